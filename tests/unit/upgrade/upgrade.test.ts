import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readConfigFile } from "@/lib/checker/read/config-file";
import { stateAt } from "@/lib/history/history";
import type { ChangeKind } from "@/lib/upgrade/change";
import { loadUpgradeFacts } from "@/lib/upgrade/load";
import { describeChange } from "@/lib/upgrade/messages";
import { type UpgradeOptions, upgrade } from "@/lib/upgrade/upgrade";

const facts = loadUpgradeFacts();
const { releases } = facts.histories;

function move(text: string, from: string, to: string, options: Partial<UpgradeOptions> = {}) {
  const result = upgrade(text, { from, to, ...options }, facts);
  if (result.text === null) throw new Error(result.problem?.message);
  return { ...result, text: result.text };
}

const kindsOf = (changes: readonly { readonly key: string; readonly kind: ChangeKind }[], key: string) =>
  changes.filter((change) => change.key === key).map(({ kind }) => kind);

/** What both sides of a rename say about lengths is not what these cases are about. */
const cutoff = "cutoff_len: 1024\nuse_fast_tokenizer: true\n";

describe("forward", () => {
  it.each([
    { what: "a new name", from: "v0.7.1", before: "dpo_beta: 0.3 # kept\n", after: "pref_beta: 0.3 # kept\n" },
    {
      what: "a new value",
      from: "v0.9.2",
      before: "quantization_method: bitsandbytes\n",
      after: "quantization_method: bnb\n",
    },
    {
      what: "a value that changed twice",
      from: "v0.6.3",
      before: "flash_attn: false\n",
      after: "flash_attn: disabled\n",
    },
    {
      what: "a value that became two keys",
      from: "v0.7.1",
      before: "stage: orpo\n",
      after: "stage: dpo\npref_loss: orpo\n",
    },
    {
      what: "a name of transformers",
      from: "v0.7.1",
      before: "evaluation_strategy: steps\n",
      after: "eval_strategy: steps\n",
    },
    {
      what: "a name and a unit at once",
      from: "v0.9.0",
      before: "image_resolution: 512\n",
      after: "image_max_pixels: 262144\n",
    },
    {
      what: "the unit that was current already",
      from: "v0.9.1",
      before: "image_resolution: 512\n",
      after: "image_max_pixels: 512\n",
    },
    {
      what: "one switch that became three",
      from: "v0.9.1",
      before: "train_mm_proj_only: true\n",
      after:
        "# v0.9.2 replaced train_mm_proj_only by freeze_vision_tower: true, freeze_language_model: true, freeze_multi_modal_projector: false.\n# train_mm_proj_only: true\nfreeze_vision_tower: true\nfreeze_language_model: true\nfreeze_multi_modal_projector: false\n",
    },
  ])("$what", ({ from, before, after }) => {
    expect(move(cutoff + before, from, "v0.9.5").text).toBe(cutoff + after);
  });

  it("reads what a predicting run was about, which moved to another key", () => {
    const config = "do_predict: true\ndataset: identity\n";
    expect(move(config, "v0.8.2", "v0.8.3").text).toBe("do_predict: true\neval_dataset: identity\n");
    expect(move(`do_train: true\n${config}`, "v0.8.2", "v0.8.3").text).toContain("\ndataset: identity\n");
  });

  it("writes a fraction of the run as the share that it is", () => {
    expect(move(`${cutoff}warmup_steps: 0.1\n`, "v0.7.1", "v0.9.5").text).toBe(`${cutoff}warmup_ratio: 0.1\n`);
    expect(move(`${cutoff}warmup_steps: 20\n`, "v0.7.1", "v0.9.5").text).toBe(`${cutoff}warmup_steps: 20\n`);
  });

  it("comments a removed key out with all its lines, and says why in the chosen language", () => {
    const before = "ray_run_name: >-\n  my run\nresources_per_worker:\n  GPU: 1 # each\ndo_train: true\n";
    const { text, changes } = move(before, "v0.9.4", "v0.9.5", { language: "zh" });
    expect(text).toBe(
      "# v0.9.5 去掉了 ray_run_name。相应功能已经重写，这个键随旧实现一起去掉了。\n# ray_run_name: >-\n#   my run\n# v0.9.5 去掉了 resources_per_worker。相应功能已经重写，这个键随旧实现一起去掉了。\n# resources_per_worker:\n#   GPU: 1 # each\ndo_train: true\n",
    );
    expect(changes[0]?.source?.url).toContain("/commit/762b48013");
  });

  it("takes the old name out where the new one is written too", () => {
    const { changes, text } = move("dpo_beta: 0.1\npref_beta: 0.2\n", "v0.7.1", "v0.9.5");
    expect(kindsOf(changes, "dpo_beta")).toEqual(["doubled"]);
    expect([...readConfigFile(text, "a.yaml").keys()]).toEqual(["pref_beta"]);
  });

  it("leaves what it does not know as it is, and says so", () => {
    const { changes, text } = move("no_such_key: 1\n", "v0.9.0", "v0.9.5");
    expect(text).toBe("no_such_key: 1\n");
    expect(kindsOf(changes, "no_such_key")).toEqual(["unknown"]);
  });

  it("says of a key of transformers that only one of the allowed lines has it", () => {
    expect(kindsOf(move("no_cuda: true\n", "v0.9.4", "v0.9.5").changes, "no_cuda")).toEqual(["transformers"]);
    expect(kindsOf(move("no_cuda: true\n", "v0.9.3", "v0.9.4").changes, "no_cuda")).toEqual([]);
  });
});

describe("defaults", () => {
  it("names one that changed, and pins it on request", () => {
    const config = "stage: sft\ndo_train: true\n";
    expect(kindsOf(move(config, "v0.9.0", "v0.9.5").changes, "cutoff_len")).toEqual(["default"]);
    expect(move(config, "v0.9.0", "v0.9.5", { pin: true }).text).toContain("\ncutoff_len: 1024\n");
    expect(kindsOf(move(`${config}cutoff_len: 512\n`, "v0.9.0", "v0.9.5").changes, "cutoff_len")).toEqual([]);
  });

  it("is silent where the key has no effect", () => {
    expect(kindsOf(move("stage: sft\n", "v0.9.1", "v0.9.5").changes, "galore_scale")).toEqual([]);
    expect(kindsOf(move("use_galore: true\n", "v0.9.1", "v0.9.5").changes, "galore_scale")).toEqual(["default"]);
  });

  it("is silent where only the spelling of the default changed", () => {
    expect(kindsOf(move("quantization_bit: 4\n", "v0.9.2", "v0.9.3").changes, "quantization_method")).toEqual([]);
  });

  it("names a new key that changes what a multimodal full fine-tuning trains", () => {
    const config = "model_name_or_path: Qwen/Qwen2-VL-7B-Instruct\nfinetuning_type: full\n";
    expect(kindsOf(move(config, "v0.9.1", "v0.9.2").changes, "freeze_multi_modal_projector")).toEqual(["behaviour"]);
  });
});

describe("backward", () => {
  it.each([
    { what: "the old name", to: "v0.7.1", before: "pref_beta: 0.3\n", after: "dpo_beta: 0.3\n" },
    {
      what: "the old value",
      to: "v0.9.2",
      before: "quantization_method: bnb\n",
      after: "quantization_method: bitsandbytes\n",
    },
    { what: "the old unit", to: "v0.9.0", before: "image_max_pixels: 262144\n", after: "image_resolution: 512\n" },
    { what: "a bool that became a word", to: "v0.6.3", before: "flash_attn: fa2\n", after: "flash_attn: true\n" },
  ])("$what", ({ to, before, after }) => {
    expect(move(cutoff + before, "v0.9.5", to).text).toContain(after);
  });

  it("puts together what became two keys", () => {
    const { text } = move("pref_loss: orpo\nstage: dpo\npref_beta: 0.1\n", "v0.9.5", "v0.7.1");
    expect([...readConfigFile(text, "a.yaml").keys()]).toEqual(["stage", "orpo_beta"]);
  });

  it("comments out what does not exist yet", () => {
    const { text, changes } = move("use_dft_loss: true\n", "v0.9.5", "v0.9.3");
    expect(text).toContain("# use_dft_loss: true\n");
    expect(changes.find(({ key }) => key === "use_dft_loss")).toMatchObject({ kind: "later", since: "v0.9.4" });
  });
});

describe("texts", () => {
  it("keeps line ends, comments and quoting of what it does not touch", () => {
    const text = "# top\r\nlearning_rate: 1.0e-4   # rate\r\ndpo_beta: '0.1'\r\n\r\n";
    expect(move(text, "v0.7.1", "v0.8.0").text).toBe(
      "# top\r\nlearning_rate: 1.0e-4   # rate\r\npref_beta: '0.1'\r\n\r\n",
    );
  });

  it("writes a text anew that has no line for each key", () => {
    const { text, isRewritten } = move("{dpo_beta: 0.3, report_to: [none, 'a, b']}", "v0.7.1", "v0.9.5");
    expect(isRewritten).toBe(true);
    expect(readConfigFile(text, "a.yaml").get("report_to")?.value).toEqual(["none", "a, b"]);
  });

  it("keeps an anchor's value for its alias", () => {
    const { text } = move("ray_run_name: &name a\nrun_name: *name\n", "v0.9.4", "v0.9.5");
    expect(readConfigFile(text, "a.yaml").get("run_name")?.value).toBe("a");
  });

  it("says where a text is no YAML", () => {
    expect(upgrade("a: 1\n b: 2", { from: "v0.9.0", to: "v0.9.5" }, facts)).toMatchObject({
      text: null,
      problem: { line: 2 },
    });
  });
});

describe("for any configuration and any two releases", () => {
  const known = facts.histories.parameters.map((history) => ({ history, name: history.name }));
  const scalar = fc.oneof(
    fc.integer({ min: -5, max: 5000 }),
    fc.boolean(),
    fc.constantFrom("auto", "off", "fa2", "orpo", "dpo", "~"),
  );
  const names = [
    ...known.map(({ name }) => name),
    ...facts.inherited.map(({ name }) => name),
    "no_such_key",
    "another one",
  ];
  const entry = fc.tuple(fc.constantFrom(...names), scalar, fc.constantFrom("", "   # why", "\n# alone"));
  const config = fc
    .uniqueArray(entry, { selector: ([name]) => name, maxLength: 25 })
    .map((entries) => entries.map(([name, value, comment]) => `${name}: ${value}${comment}\n`).join(""));
  const release = fc.constantFrom(...releases);

  it("no key is dropped: it is in the result or in the report, and every comment is kept", () => {
    fc.assert(
      fc.property(config, release, release, fc.boolean(), (text, from, to, pin) => {
        const { text: result, changes, isRewritten } = move(text, from, to, { pin });
        const after = new Set(readConfigFile(result, "a.yaml").keys());
        const reported = new Set(changes.map(({ key }) => key));
        for (const name of readConfigFile(text, "a.yaml").keys())
          expect(after.has(name) || reported.has(name), `${name} from ${from} to ${to}`).toBe(true);
        const comments = (yaml: string) => yaml.split("#").filter((part) => /^ (why|alone)/.test(part)).length;
        if (!isRewritten) expect(comments(result)).toBe(comments(text));
        for (const change of changes)
          for (const language of ["zh", "en"] as const)
            expect(describeChange(change, language)).not.toMatch(/undefined|\[object/);
      }),
      { numRuns: 300 },
    );
  });

  it("every key of the result exists in the target release, is transformers', or is reported as unknown", () => {
    fc.assert(
      fc.property(config, release, release, (text, from, to) => {
        const { text: result, changes } = move(text, from, to);
        const own = new Map(known.map(({ name, history }) => [name, history]));
        const inherited = new Set(facts.inherited.map(({ name }) => name));
        const unknown = new Set(changes.filter(({ kind }) => kind === "unknown").map(({ key }) => key));
        for (const name of readConfigFile(result, "a.yaml").keys()) {
          const history = own.get(name);
          const exists = history !== undefined && stateAt(history, releases.indexOf(to)) !== null;
          expect(exists || inherited.has(name) || unknown.has(name), `${name} in ${to}`).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("a release's own configuration moved to itself stays as it is, but for values that it refuses", () => {
    fc.assert(
      fc.property(config, release, (text, tag) => {
        const { changes } = move(text, tag, tag);
        for (const change of changes)
          expect(["default", "behaviour", "renamed"].slice(0, 2)).not.toContain(change.kind);
      }),
      { numRuns: 100 },
    );
  });
});
