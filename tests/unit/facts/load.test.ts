import { describe, expect, it } from "vitest";
import { factText } from "@/lib/facts/aspect";
import { loadParameterFacts } from "@/lib/facts/load";
import type { ParameterFacts } from "@/lib/facts/parameter";

function facts(name: string): ParameterFacts {
  const found = loadParameterFacts().find((parameter) => parameter.name === name);
  if (!found) throw new Error(`no facts about ${name}`);
  return found;
}

describe("the facts of a parameter", () => {
  it("has one record per name, sorted", () => {
    const names = loadParameterFacts().map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect([...names].sort()).toEqual(names);
  });

  it("tells a default that upstream derives when the key is left out", () => {
    expect(facts("lora_alpha").derivedDefault).toMatchObject({ kind: "product", of: "lora_rank", factor: 2 });
    expect(facts("packing").derivedDefault).toMatchObject({ kind: "equals", of: "stage", value: "pt" });
    expect(facts("media_dir").derivedDefault).toMatchObject({ kind: "copy", of: "dataset_dir" });
    expect(facts("lora_rank").derivedDefault).toBeNull();
  });

  it("shows transformers 4.57.6 where 5.x differs, and says what 5.x changed", () => {
    const ratio = facts("warmup_ratio");
    expect(ratio.default).toBe(0);
    expect(ratio.changes).toContainEqual({ release: "transformers 5.x", field: "default", from: 0, to: null });
    expect(facts("lr_scheduler_type").choices).not.toContain("greedy");
  });

  it.each([
    ["lora_rank", "released"],
    ["dpo_beta", "removed"],
    ["compute_dtype", "computed"],
    ["use_megatron_bridge", "main-only"],
  ])("%s is %s", (name, kind) => expect(facts(name).availability.kind).toBe(kind));

  it("takes the training seed, the evaluation command having been withdrawn", () =>
    expect(facts("seed").group).toBe("training"));

  it("keeps upstream's own handles out", () =>
    expect(loadParameterFacts().some(({ name }) => name.startsWith("_"))).toBe(false));

  it("writes values as YAML does", () => {
    expect(factText(facts("learning_rate"), "default")).toBe("5e-5");
    expect(factText(facts("lora_alpha"), "default")).toBe("null");
    expect(factText(facts("finetuning_type"), "choices")).toBe("lora / oft / freeze / full");
  });
});
