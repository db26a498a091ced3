import { describe, expect, it } from "vitest";
import { check } from "@/lib/checker/check";
import { applyFix, writeValue } from "@/lib/checker/fix";
import { loadYaml } from "@/lib/checker/yaml/construct";
import { catalog, configWith } from "./support";

describe("a fix changes one parameter and leaves the rest of the text alone", () => {
  it("renames a key", () => {
    expect(applyFix("# a\nlora_rnak: 8 # b\nseed: 1\n", [{ kind: "rename", key: "lora_rnak", to: "lora_rank" }])).toBe(
      "# a\nlora_rank: 8 # b\nseed: 1\n",
    );
  });
  it("sets a value, keeps the comment and quotes where YAML would read something else", () => {
    expect(applyFix("eval_strategy: no # never\n", [{ kind: "set", key: "eval_strategy", value: "no" }])).toBe(
      "eval_strategy: 'no' # never\n",
    );
  });
  it("appends a parameter that is not there", () => {
    expect(applyFix("a: 1", [{ kind: "set", key: "bf16", value: true }])).toBe("a: 1\nbf16: true\n");
  });
  it("fills an empty value", () => {
    expect(applyFix("dataset:\nseed: 1", [{ kind: "set", key: "dataset", value: "d" }])).toBe("dataset: d\nseed: 1");
  });
  it("removes a value of many lines whole", () => {
    expect(applyFix("a: 1\nlora_target:\n  - q\n  - v\nb: 2\n", [{ kind: "remove", key: "lora_target" }])).toBe(
      "a: 1\nb: 2\n",
    );
    expect(applyFix("a: |\n  x\n  y\nb: 2\n", [{ kind: "remove", key: "a" }])).toBe("b: 2\n");
  });
  it("keeps Windows line ends", () => {
    expect(applyFix("a: 1\r\nb: 2\r\n", [{ kind: "set", key: "b", value: 3 }])).toBe("a: 1\r\nb: 3\r\n");
  });
  it("does not touch what it cannot edit by line", () => {
    expect(applyFix('{"a": 1}', [{ kind: "remove", key: "a" }])).toBeNull();
    expect(applyFix("a: [", [{ kind: "remove", key: "a" }])).toBeNull();
  });
});

it.each([
  "no",
  "8",
  "1e-4",
  "a b",
  "it's",
  "",
  " x",
  "true",
  "a: b",
  "# x",
  "~",
  "qwen3",
  "q_proj,v_proj",
  "null",
  "2001-01-01",
  "https://x/y",
  "中文",
])("%j is written so that it reads back as itself", (value) => {
  expect(loadYaml(writeValue(value)).value).toBe(value);
});

it.each([
  "lora_rnak: 8",
  "load_in_4bit: true",
  "eval_strategy: no",
  "bf16: 'true'",
  "fp16: true",
  "eval_dataset: e\nval_size: 0.1",
  "lora_rank: '8'",
  "quantization_method: bitsandbytes\nquantization_bit: 4\nupcast_layernorm: true",
  "use_galore: true",
  "stage: rm\nneat_packing: true",
  "dpo_beta: 0.1\nstage: dpo",
  "max_seq_length: 10",
  "cutoff_len: 2048.0",
  "run_name: 1.10",
  "gradient_checkpointing: false",
])("the fix of %j settles its finding", (yaml) => {
  const text = configWith(yaml);
  const run = (source: string) =>
    check(
      { text: source, fileName: "config.yaml" },
      { command: "train", environment: { launch: "plain", missing: [] } },
      catalog,
    );
  const finding = run(text).findings.find(({ fix, severity }) => fix && severity !== "note");
  expect(finding?.fix).toBeTruthy();
  const fixed = applyFix(text, finding?.fix ?? []);
  expect(fixed).not.toBeNull();
  expect(
    run(fixed ?? "").findings.some(
      ({ rule, parameters }) => rule === finding?.rule && parameters[0] === finding.parameters[0],
    ),
  ).toBe(false);
});
