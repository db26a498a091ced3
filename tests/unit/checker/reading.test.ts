import { describe, expect, it } from "vitest";
import { type CheckInput, type CheckOptions, check } from "@/lib/checker/check";
import { catalog, configWith } from "./support";

const run = (input: CheckInput, options: CheckOptions = {}) => check(input, options, catalog);
const text = (yaml: string, options?: CheckOptions) => run({ text: yaml, fileName: "config.yaml" }, options);
const first = (result: ReturnType<typeof run>) => result.findings[0];

describe("a file that cannot be read gets one finding, at its place", () => {
  it.each([
    ["yaml-tab", "a: 1\n\tseed: 1", 2],
    ["yaml-colon-in-value", "default_system: You are: helpful", 1],
    ["yaml-reserved-character", "add_special_tokens: @x", 1],
    ["yaml-duplicate-key", "seed: 1\nseed: 2", 2],
    ["yaml-merge-conflict", "a: 1\n<<<<<<< HEAD\nseed: 1\n=======\nseed: 2\n>>>>>>> x", 2],
    ["yaml-unprintable", "a: \u0000", 1],
    ["yaml-undefined-alias", "a: *x", 1],
    ["yaml-several-documents", "a: 1\n---\nb: 1", 2],
    ["yaml-unknown-tag", "a: !x y", 1],
    ["yaml-not-a-mapping", "- a\n- b", null],
    ["yaml-not-a-mapping", "5", null],
    ["yaml-too-deep", `a: ${"[".repeat(400)}`, 1],
    ["yaml-interpolation", "default_system: ${", 1],
    ["yaml-key-type", "a: 1\n~: 2", 2],
    ["yaml-unsupported-value", "a: !!timestamp 2001-01-01", 1],
    ["yaml-syntax", "a: 'b", 1],
  ])("%s", (rule, yaml, line) => {
    const result = text(yaml);
    expect(result.verdict).toBe("reject");
    expect(result.findings).toHaveLength(1);
    expect(first(result)).toMatchObject({ rule, line });
  });

  it("names the parameter whose value is broken", () => {
    expect(first(text("seed: 1\ndefault_system: You are: helpful"))?.parameters).toEqual(["default_system"]);
    expect(first(text("seed: 1\nvllm_config: {a: 1, a: 2}"))?.parameters).toEqual(["vllm_config"]);
  });
  it("stops aliases that multiply", () => {
    const lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"];
    for (let i = 1; i < 12; i++)
      lines.push(
        `a${i}: &a${i} [${Array(10)
          .fill(`*a${i - 1}`)
          .join(", ")}]`,
      );
    expect(first(text(lines.join("\n")))?.rule).toBe("yaml-aliases-explode");
    expect(first(text("a: &a [*a]"))?.rule).toBe("yaml-aliases-explode");
  });
  it("says that a .json file cannot be read, and that bytes are no text", () => {
    expect(first(run({ text: "{}", fileName: "config.json" }))?.rule).toBe("json-config-refused");
    expect(first(run({ text: "", isNotUtf8: true }))?.rule).toBe("not-utf8");
  });
});

describe("a plain sentence, and JSON in a .yaml file", () => {
  it("takes the sentence for a key, as OmegaConf does", () => {
    expect(first(text("just a sentence"))).toMatchObject({
      rule: "model-path-required",
      upstreamMessage: "Please provide `model_name_or_path`.",
    });
  });
  it("reads JSON as the YAML it is", () => {
    expect(text('{"model_name_or_path": "m", "do_train": true, "dataset": "d", "output_dir": "o"}').verdict).toBe(
      "accept",
    );
  });
});

describe("unknown keys", () => {
  const finding = (yaml: string, options?: CheckOptions) =>
    text(configWith(yaml, options?.command ?? "train"), options).findings.find(
      ({ rule }) => rule === "unknown-keys-yaml",
    );
  const renames = (key: string, to: string) => [{ kind: "rename", key, to }];

  it.each([
    ["a misspelt one", "lora_rnak: 8", renames("lora_rnak", "lora_rank")],
    ["one with words run together", "cut_off_len: 8", renames("cut_off_len", "cutoff_len")],
    ["one with dashes", "--lora_rank: 8", renames("--lora_rank", "lora_rank")],
    ["one of an earlier release", "dpo_beta: 0.1", renames("dpo_beta", "pref_beta")],
    ["one of Axolotl", "micro_batch_size: 2", renames("micro_batch_size", "per_device_train_batch_size")],
    ["one of TRL", "max_seq_length: 2048", renames("max_seq_length", "cutoff_len")],
    ["one of transformers before 4.46", "evaluation_strategy: steps", renames("evaluation_strategy", "eval_strategy")],
    [
      "bitsandbytes' switch",
      "load_in_4bit: true",
      [
        { kind: "remove", key: "load_in_4bit" },
        { kind: "set", key: "quantization_bit", value: 4 },
      ],
    ],
    ["one without a counterpart", "visual_inputs: true", [{ kind: "remove", key: "visual_inputs" }]],
  ])("offers a fix for %s", (_, yaml, fix) => {
    expect(finding(yaml)?.fix).toEqual(fix);
  });

  it("does not turn load_in_4bit: false into a quantized model", () => {
    expect(finding("load_in_4bit: false")?.fix).toBeNull();
  });
  it("says which release had it, and which command has it", () => {
    expect(finding("num_layer_trainable: 2")?.message).toContain("v0.7.0");
    expect(finding("learning_rate: 1e-4", { command: "infer" })?.message).toContain("train");
  });
  it("says from which release on it exists", () => {
    const late = text(configWith("use_hyper_parallel: true"), { release: "v0.9.4", command: "train" });
    expect(late.findings.find(({ rule }) => rule === "unknown-keys-yaml")?.message).toContain("v0.9.5");
    expect(text(configWith("use_hyper_parallel: true"), { release: "v0.9.5", command: "train" }).verdict).toBe(
      "accept",
    );
  });
  it("accepts what an older release had", () => {
    const old: CheckOptions = { release: "v0.9.1", command: "train" };
    expect(finding("image_resolution: 512", old)).toBeUndefined();
    expect(finding("image_resolution: 512")?.fix).toEqual(renames("image_resolution", "image_max_pixels"));
  });
  it("is told what ALLOW_EXTRA_ARGS lets through; yes does not count", () => {
    expect(finding("lora_rnak: 8", { environment: { vars: { ALLOW_EXTRA_ARGS: "y" } } })?.severity).toBe("warning");
    expect(finding("lora_rnak: 8", { environment: { vars: { ALLOW_EXTRA_ARGS: "yes" } } })?.severity).toBe("error");
  });
  it.each(["__proto__", "constructor", "toString", "hasOwnProperty", "prototype"])(
    "treats %s as any other name",
    (key) => {
      expect(finding(`${key}: 1`)?.parameters).toEqual([key]);
    },
  );
  it("lists a hundred of very many", () => {
    const many = text(configWith(Array.from({ length: 500 }, (_, i) => `unknown_${i}: 1`).join("\n")));
    expect(many.findings.filter(({ rule }) => rule === "unknown-keys-yaml")).toHaveLength(101);
  });
});

describe("words behind the command", () => {
  const flags = (...argv: string[]) =>
    run(
      {
        argv: [
          "--model_name_or_path",
          "m",
          "--stage",
          "sft",
          "--do_train",
          "--dataset",
          "d",
          "--output_dir",
          "o",
          ...argv,
        ],
      },
      { command: "train" },
    );
  const overrides = (...argv: string[]) =>
    run(
      { argv: ["config.yaml", ...argv] },
      { command: "train", environment: { files: { "config.yaml": configWith("") }, filesAreComplete: true } },
    );

  it.each([
    [["--lora_rank", "8"]],
    [["--lora-rank", "8"]],
    [["--lora_rank=8"]],
    [["--lora_ran", "8"]],
    [["--bf16"]],
    [["--bf16", "yes"]],
    [["--no_double_quantization"]],
    [["--max_steps", "-1"]],
    [["--fsdp", "full_shard auto_wrap"]],
    [["--label_names", "a", "b"]],
    [["--default_system=You are nice"]],
    [["--lora_rank", "8", "--lora_rank", "16"]],
  ])("accepts %j", (argv) => {
    expect(flags(...argv).verdict).toBe("accept");
  });
  it.each([
    [["--lora_rank", "eight"], "flag-value-invalid", "lora_rank"],
    [["--max_samples", "1e3"], "flag-value-invalid", "max_samples"],
    [["--bf16", "maybe"], "flag-value-invalid", "bf16"],
    [["--flash_attn", "fa4"], "flag-choice-invalid", "flash_attn"],
    [["--optim", "adamw"], "flag-choice-invalid", "optim"],
    [["--lora", "8"], "flag-ambiguous", "lora"],
    [["--packing"], "flag-needs-value", "packing"],
    [["--no_double_quantization=1"], "flag-takes-no-value", "double_quantization"],
    [["--lora_rnak", "8"], "unknown-keys-cli", "lora_rnak"],
    [["--report_to", "wandb", "tensorboard"], "unknown-keys-cli", "tensorboard"],
  ])("refuses %j", (argv, rule, parameter) => {
    const result = flags(...argv);
    expect(result.verdict).toBe("reject");
    expect(first(result)).toMatchObject({ rule });
    expect(first(result)?.parameters[0]).toBe(parameter);
  });
  it("asks for what must be given", () => {
    expect(first(run({ argv: ["--model_name_or_path", "m"] }, { command: "eval" }))?.rule).toBe("flag-required");
  });
  it("prints its help", () => {
    expect(flags("--help").verdict).toBe("help");
    expect(flags("--lora_rank", "eight", "--help").verdict).toBe("reject");
  });
  it.each([
    [["lora_rank=32"], "accept"],
    [["output_dir=a=b"], "accept"],
    [["vllm_config.max_num_seqs=8"], "accept"],
    [["learning_rate=1e-4"], "accept"],
    [["lora.rank=32"], "reject"],
    [["+lora_rank=32"], "reject"],
    [["--lora_rank", "32"], "reject"],
    [["model_name_or_path="], "reject"],
    [["eval_strategy=no"], "reject"],
    [["lora_rank.x=1"], "reject"],
    [["seed=[1"], "reject"],
  ])("%j is an override that upstream would %s", (argv, verdict) => {
    expect(overrides(...argv).verdict).toBe(verdict);
  });
  it("takes other suffixes for flags, and misses a file that is not there", () => {
    expect(first(run({ argv: ["config.YAML"] }, { command: "train" }))?.rule).toBe("model-path-required");
    expect(first(run({ argv: ["x.yaml"] }, { environment: { filesAreComplete: true } }))?.rule).toBe(
      "config-file-missing",
    );
    expect(first(run({ argv: ["x.json"] }))?.rule).toBe("json-config-refused");
  });
});

describe("shell texts", () => {
  it("checks the flags of a command, at their places in the text", () => {
    const script =
      "#!/bin/bash\n# train\nCUDA_VISIBLE_DEVICES=0 llamafactory-cli train \\\n  --model_name_or_path m \\\n  --do_train --dataset d --output_dir o \\\n  --lora_rnak 8  # oops\n";
    expect(first(run({ text: script }))).toMatchObject({ rule: "unknown-keys-cli", parameters: ["lora_rnak"] });
    const typed = run({ text: script.replace("--lora_rnak 8", "--lora_rank eight") });
    expect(first(typed)).toMatchObject({ rule: "flag-value-invalid", line: 6, column: 3 });
  });
  it("takes the switches in front of the command, and the command itself", () => {
    const text = "export ALLOW_EXTRA_ARGS=1\nllamafactory-cli chat --model_name_or_path m --foo 1";
    expect(run({ text })).toMatchObject({ verdict: "accept", command: "infer" });
    expect(run({ text: "llamafactory-cli export --model_name_or_path m" })).toMatchObject({
      verdict: "reject",
      command: "export",
    });
  });
  it("checks only the overrides where the file is not at hand, and says so", () => {
    const result = run({ text: "llamafactory-cli train my.yaml lora_rnak=8 > log.txt 2>&1" });
    expect(result.findings.map(({ rule }) => rule)).toEqual(["unknown-keys-yaml"]);
    expect(result.assumptions.map(({ id }) => id)).toContain("config-file-absent");
  });
  it("takes flags without a command for flags", () => {
    expect(run({ text: "--model_name_or_path m --do_train true --dataset d" }).verdict).toBe("accept");
  });
});

describe("what a configuration is for", () => {
  const guess = (yaml: string) => text(yaml).command;
  it.each([
    ["model_name_or_path: m\nstage: sft\ndo_train: true\ndataset: d\noutput_dir: o", "train"],
    ["model_name_or_path: m\ntemplate: qwen\ninfer_backend: vllm", "infer"],
    ["model_name_or_path: m\nadapter_name_or_path: a\nexport_dir: o\nexport_size: 5", "export"],
    ["model_name_or_path: m\ntask: mmlu_test\nn_shot: 5", "eval"],
  ])("%j", (yaml, command) => {
    expect(guess(yaml)).toBe(command);
  });
  it("leaves files of accelerate and of special tokens alone", () => {
    expect(text("compute_environment: LOCAL_MACHINE\ndistributed_type: FSDP").findings.map(({ rule }) => rule)).toEqual(
      ["accelerate-file"],
    );
    expect(text('"<|a|>": the first\n"<|b|>": the second').findings.map(({ rule }) => rule)).toEqual(["tokens-file"]);
  });
  it("knows the new back-end by its keys", () => {
    const result = text(
      "model: m\nmodel_class: llm\ntrain_dataset: d\noutput_dir: o\nkernel_config: null\nlearning_rat: 1e-4",
    );
    expect(result.assumptions.map(({ id }) => id)).toEqual(["v1"]);
    expect(result.findings.map(({ rule }) => rule)).toEqual(["v1-key-unknown"]);
  });
  it("assumes Megatron where several of its keys are written", () => {
    const result = text(
      configWith("tensor_model_parallel_size: 2\npipeline_model_parallel_size: 4\nfinetuning_type: full"),
    );
    expect(result.verdict).toBe("accept");
    expect(result.assumptions.map(({ id }) => id)).toContain("megatron");
  });
  it("says what it assumed about the launch and about DeepSpeed's file", () => {
    const ids = text(configWith("deepspeed: examples/ds_z3_config.json\npissa_init: true")).assumptions.map(
      ({ id }) => id,
    );
    expect(ids).toEqual(expect.arrayContaining(["torchrun-for-deepspeed", "zero-from-name"]));
  });
});

describe("earlier releases read files in their own way", () => {
  const at = (release: CheckOptions["release"], yaml: string) =>
    text(configWith(yaml), { command: "train", environment: { launch: "plain" }, ...(release ? { release } : {}) });
  const rules = (release: CheckOptions["release"], yaml: string) => at(release, yaml).findings.map(({ rule }) => rule);

  it("takes 1e-4 for a text up to v0.9.3", () => {
    expect(rules("v0.9.3", "learning_rate: 1e-4")).toContain("value-type");
    expect(rules("v0.9.4", "learning_rate: 1e-4")).not.toContain("value-type");
  });
  it("lets the last of two keys win up to v0.9.3", () => {
    expect(at("v0.9.2", "seed: 1\nseed: 2").verdict).toBe("accept");
    expect(rules("v0.9.4", "seed: 1\nseed: 2")).toEqual(["yaml-duplicate-key"]);
  });
  it("knows interpolations from v0.9.3 on", () => {
    expect(at("v0.9.2", "default_system: ${").verdict).toBe("accept");
    expect(rules("v0.9.3", "default_system: ${")).toEqual(["yaml-interpolation"]);
  });
  it("reads .json files up to v0.9.4", () => {
    const json = { text: '{"model_name_or_path": "m", "do_train": true, "dataset": "d"}', fileName: "c.json" };
    expect(run(json, { release: "v0.9.4", command: "train" }).verdict).toBe("accept");
    expect(run(json, { release: "v0.9.5", command: "train" }).verdict).toBe("reject");
  });
  it("takes overrides from v0.9.3 on", () => {
    const files = { "c.yaml": configWith("") };
    const argv = ["c.yaml", "lora_rank=8"];
    expect(run({ argv }, { release: "v0.9.3", command: "train", environment: { files } }).verdict).toBe("accept");
    expect(run({ argv }, { release: "v0.9.2", command: "train", environment: { files } }).verdict).toBe("reject");
  });
  it("leaves out rules that the release does not have yet", () => {
    const trackio = "report_to: trackio\nproject: null";
    expect(rules("v0.9.5", trackio)).toContain("trackio-needs-project");
    expect(rules("v0.9.3", trackio)).not.toContain("trackio-needs-project");
  });
});
