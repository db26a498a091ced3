import { Ajv } from "ajv";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { loadParameters } from "@/lib/catalog";
import { misfitOf } from "@/lib/checker/value-fit";
import { loadReleasePages } from "@/lib/history/load";
import { propertiesOf, releaseSchema } from "@/lib/json-schema/load";
import { dialects } from "@/lib/json-schema/schema";
import { valueSchema } from "@/lib/json-schema/value-schema";

const options = { strict: true, allowUnionTypes: true, allErrors: true } as const;
const validators = {
  "2020-12": new Ajv2020(options).compile(releaseSchema("v0.9.5", "2020-12")),
  "draft-07": new Ajv(options).compile(releaseSchema("v0.9.5", "draft-07")),
};

const accepted: Record<string, string> = {
  "an empty mapping": "{}",
  "LoRA training": `
    model_name_or_path: org/model
    stage: sft
    do_train: true
    finetuning_type: lora
    lora_target: all
    dataset: identity,alpaca_en_demo
    learning_rate: 1.0e-4
    num_train_epochs: 3
    bf16: true
    ddp_timeout: 180000000
    resume_from_checkpoint: null`,
  "an integer where a float is declared": "learning_rate: 1",
  "a learning rate without a dot, as upstream's loader and YAML 1.2 read it": "learning_rate: 5e-5",
  "lists where upstream splits at commas":
    "dataset: [a, b]\nlora_target: [q_proj, v_proj]\ninterleave_probs: [0.5, 0.5]",
  "null where a key may be left empty": "lora_alpha: null",
  "a mapping or a text of JSON": `lr_scheduler_kwargs: {num_cycles: 2}\ndeepspeed: '{"a": 1}'`,
  "a DeepSpeed file": "deepspeed: ds_z3_config.json",
  "the reporters as a text and as a list": "report_to: [tensorboard, wandb]",
  "inference and export": "template: llama3\ninfer_backend: vllm\nexport_dir: out\nexport_size: 5",
  "Megatron Core keys": "tensor_model_parallel_size: 2\nsequence_parallel: true",
  "a key of transformers 4 that 5 has dropped": "overwrite_output_dir: true\nper_gpu_train_batch_size: 1",
};
const refused: Record<string, string> = {
  "an unknown key": "lora_rnk: 8",
  "a key of another tool": "load_in_4bit: true",
  "a wrong choice": "stage: sftt",
  "a choice that an earlier release took": "infer_backend: ktransformers",
  "a text where a number is wanted": "lora_rank: eight",
  "a fraction where an integer is wanted": "lora_rank: 8.5",
  "a list where the code would break on one": "adapter_name_or_path: [a, b]",
  "null where upstream does arithmetic": "cutoff_len: null",
  "a computed key": "compute_dtype: bfloat16",
  "a key that only main has": "mixed_precision: bf16",
  "a key of the withdrawn eval command": "n_shot: 5",
  "a list at the top": "- stage: sft",
};

describe.each(Object.keys(dialects) as (keyof typeof dialects)[])("the %s schema of v0.9.5", (dialect) => {
  const validate = validators[dialect];
  it.each(Object.entries(accepted))("accepts %s", (_, yaml) => {
    validate(parse(yaml));
    expect(validate.errors ?? []).toEqual([]);
  });
  it.each(Object.entries(refused))("refuses %s", (_, yaml) => {
    expect(validate(parse(yaml))).toBe(false);
  });
});

describe("every release", () => {
  const tags = loadReleasePages().map(({ tag }) => tag);
  it.each(tags)("%s has a schema that compiles in both dialects", (tag) => {
    expect(() => new Ajv2020(options).compile(releaseSchema(tag, "2020-12"))).not.toThrow();
    expect(() => new Ajv(options).compile(releaseSchema(tag, "draft-07"))).not.toThrow();
  });
  it("takes the names of its own time", () => {
    const old = new Ajv2020(options).compile(releaseSchema("v0.7.1", "2020-12"));
    expect(old({ dpo_beta: 0.1, evaluation_strategy: "steps" })).toBe(true);
    expect(old({ pref_beta: 0.1 })).toBe(false);
    const today = validators["2020-12"];
    expect(today({ dpo_beta: 0.1 })).toBe(false);
    expect(today({ evaluation_strategy: "steps" })).toBe(false);
  });
});

describe("a property", () => {
  const properties = propertiesOf("v0.9.5");
  it("has a hover text of at most 300 characters", () => {
    const { properties: schemas } = releaseSchema("v0.9.5", "2020-12") as {
      properties: Record<string, { description: string }>;
    };
    for (const [name, { description }] of Object.entries(schemas))
      expect(description.length, `${name}: ${description}`).toBeLessThanOrEqual(300);
  });
  it("is described in both languages wherever the parameter has an explanation", () => {
    for (const { name, summary, link } of properties)
      if (link !== null && loadParameters().get(name)?.explanation) expect(summary, name).not.toBeNull();
  });
  it("takes and refuses what the config checker takes and refuses", () => {
    const samples = [null, true, false, "text", ["a"], 1];
    const ajv = new Ajv2020(options);
    for (const { name, types, nullable, choices, default: value } of properties) {
      const validate = ajv.compile(valueSchema({ name, types, nullable, choices }));
      for (const sample of samples) {
        const parameter = {
          name,
          owner: "training",
          origin: "llamafactory",
          types,
          ...(nullable ? { nullable: true as const } : {}),
          ...(choices ? { choices: choices as readonly string[] } : {}),
          default: value as null,
          at: "",
        } as const;
        const misfit = misfitOf({ name, value: sample, from: "file", keyPlace: null, valuePlace: null }, parameter);
        expect(validate(sample), `${name}: ${JSON.stringify(sample)}`).toBe(misfit === null);
      }
    }
  });
});
