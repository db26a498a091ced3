import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { answer, type CheckRequest } from "@/lib/checker/tool/service";
import { lora as loraState, viewLora } from "@/lib/explainers/lora";
import { memory as memoryState, viewMemory } from "@/lib/explainers/memory";
import { modelChoices } from "@/lib/explainers/models";
import { runPlanner } from "@/lib/explainers/run-planner";
import type { StateDefinition } from "@/lib/explainers/url-state";
import { loadCatalog } from "@/scripts/commands/check";

const catalog = loadCatalog();
const ask = (text: string, more: Partial<CheckRequest> = {}): CheckRequest => ({
  input: { text },
  options: { lang: "en" },
  facts: {},
  files: {},
  ...more,
});
const folder = "content/examples";
const examples = readdirSync(folder);

describe("the examples", () => {
  it.each(examples.filter((file) => file !== "with-mistakes.yaml"))(
    "%s is accepted without an error or a warning",
    (file) => {
      const { verdict, findings } = answer.check(ask(readFileSync(`${folder}/${file}`, "utf8")), catalog);
      expect(findings.filter(({ severity }) => severity !== "note")).toEqual([]);
      expect(verdict).toBe("accept");
    },
  );

  it("the one with mistakes is refused, and its fixes mend it", () => {
    const request = ask(readFileSync(`${folder}/with-mistakes.yaml`, "utf8"));
    expect(answer.check(request, catalog).verdict).toBe("reject");
    const { text, applied } = answer.fixAll(request, catalog);
    expect(applied).toBeGreaterThan(3);
    expect(answer.check(ask(text), catalog).verdict).toBe("accept");
    // Fixing leaves what is right where it was, comments too.
    expect(text.split("\n")[0]).toBe(request.input.text.split("\n")[0]);
  });
});

describe("numbers", () => {
  const lora = readFileSync(`${folder}/lora-sft.yaml`, "utf8");
  const numbers = (text: string, more: Partial<CheckRequest> = {}) => answer.check(ask(text, more), catalog).numbers;

  it("multiplies the batch with accumulation and GPUs", () => {
    expect(numbers(lora)?.batch?.effective).toBe(8);
    expect(numbers(lora, { options: { environment: { gpus: 4 } } })?.batch?.effective).toBe(32);
  });

  it("counts steps once it knows the samples", () => {
    expect(numbers(lora)?.steps).toEqual({ kind: "needs-samples" });
    // 1000 samples less a tenth, 8 in an update, three times.
    expect(numbers(lora, { facts: { samples: 1000 } })?.steps).toMatchObject({
      kind: "counted",
      perEpoch: 113,
      total: 339,
      warmup: 34,
    });
    expect(numbers(`${lora}max_steps: 50\n`)?.steps).toMatchObject({ kind: "counted", total: 50, byMaxSteps: true });
    expect(numbers(`${lora}packing: true\n`)?.steps).toEqual({ kind: "packed" });
  });

  it("counts adapters of a model on the list, and guesses memory by size for others", () => {
    expect(numbers(lora)?.lora).toMatchObject({ kind: "counted", missing: [] });
    const other = lora.replace(/^model_name_or_path.*/m, "model_name_or_path: my/own-13B");
    expect(numbers(other)?.lora).toEqual({ kind: "unknown-model" });
    expect(numbers(other)?.memory).toMatchObject({ kind: "estimated", isGuessed: true });
  });

  it("hands the explainers what it computed with", () => {
    const text = lora.replace(/^lora_rank.*/m, "lora_rank: 32").concat("quantization_bit: 4\n");
    const found = numbers(text, { options: { environment: { gpus: 2 } } });
    const stateOf = <S extends object>({ parse }: StateDefinition<S>, query: string | null | undefined) =>
      parse(new URLSearchParams(query ?? ""));
    const { estimate } = viewMemory(stateOf(memoryState, found?.explainers.memory), modelChoices());
    expect(found?.memory).toMatchObject({ kind: "estimated", peakGiB: estimate.peakGiB });
    const { result } = viewLora(stateOf(loraState, found?.explainers.lora), modelChoices());
    expect(found?.lora).toMatchObject({ kind: "counted", trainable: result?.count.trainable });
    const planner = stateOf(runPlanner, found?.explainers["run-planner"]);
    expect(planner.gpus).toBe(2);
  });

  it("opens no calculator for a model that it does not know", () => {
    const other = lora.replace(/^model_name_or_path.*/m, "model_name_or_path: /data/my-model");
    expect(numbers(other)?.explainers).toMatchObject({ memory: null, lora: null });
  });

  it("says what to change where the card is too small", () => {
    const full = readFileSync(`${folder}/full-zero3.yaml`, "utf8");
    const memory = numbers(full, { facts: { cardGiB: 24 }, options: { environment: { gpus: 2 } } })?.memory;
    expect(memory).toMatchObject({ kind: "estimated", fits: false });
    if (memory?.kind === "estimated") expect(memory.suggestions.length).toBeGreaterThan(0);
  });

  it("shards by the stage that the file's name tells", () => {
    const full = readFileSync(`${folder}/full-zero3.yaml`, "utf8");
    const peak = (text: string) => {
      const memory = numbers(text, { options: { environment: { gpus: 8 } } })?.memory;
      return memory?.kind === "estimated" ? memory.peakGiB : Number.NaN;
    };
    expect(peak(full)).toBeLessThan(peak(full.replace("ds_z3", "ds_z2")));
  });

  it("is silent about what does not train", () => {
    expect(numbers(readFileSync(`${folder}/export.yaml`, "utf8"))).toBeNull();
    expect(numbers("")).toBeNull();
  });

  it.each([
    "lora_rank: -1",
    "lora_rank: 1.5",
    "lora_target: nothing",
    "per_device_train_batch_size: x",
    "cutoff_len: 0",
    "warmup_ratio: 7",
    "num_train_epochs: .nan",
    "gradient_accumulation_steps: 1e999",
  ])("survives %s", (line) => {
    const [key] = line.split(":");
    const text = `${lora.replace(new RegExp(`^${key}:.*\n`, "m"), "")}${line}\n`;
    expect(() => numbers(text, { facts: { samples: 10, cardGiB: 24 } })).not.toThrow();
  });
});

it("reads a DeepSpeed file that was opened beside the config, whatever folder the config names", () => {
  const text = readFileSync(`${folder}/full-zero3.yaml`, "utf8").replace("ds_z3_config.json", "mine.json");
  const request = ask(text, { files: { "mine.json": `{"zero_optimization": {"stage": 3}}` } });
  const assumptions = (asked: CheckRequest) => answer.check(asked, catalog).assumptions.map(({ id }) => id);
  expect(assumptions(ask(text))).toContain("zero-unknown");
  expect(assumptions(request)).not.toContain("zero-unknown");
});

it("tells which fixes can be applied: a command line is not edited", () => {
  const { findings } = answer.check(ask("llamafactory-cli train --lora_rnak 8 --stage sft"), catalog);
  expect(findings.every(({ isFixable }) => !isFixable)).toBe(true);
});

it("lists the keys of a command in a release", () => {
  const keys = (command: "train" | "export") =>
    answer.keys({ command, release: "v0.9.5", transformers: "4.57" }, catalog).map(({ name }) => name);
  expect(keys("train")).toContain("learning_rate");
  expect(keys("export")).not.toContain("learning_rate");
  expect(keys("export")).toContain("export_dir");
});
