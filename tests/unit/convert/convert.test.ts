import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { check } from "@/lib/checker/check";
import { readConfigFile } from "@/lib/checker/read/config-file";
import { convert } from "@/lib/convert/convert";
import { loadConvertFacts } from "@/lib/convert/load";
import { describeItem } from "@/lib/convert/messages";
import type { SourceFramework } from "@/lib/convert/types";
import { loadMappings } from "@/lib/frameworks/load";
import { loadCatalog } from "@/scripts/commands/check";

const facts = loadConvertFacts();
const catalog = loadCatalog();

function run(text: string, from: SourceFramework) {
  const result = convert(text, from, facts);
  const entries = readConfigFile(result.text ?? "", "a.yaml");
  return { ...result, value: (name: string) => entries.get(name)?.value, kind: kindOf(result.items) };
}

const kindOf = (items: readonly { readonly key: string; readonly kind: string }[]) => (key: string) =>
  items.find((item) => item.key === key)?.kind;

function refusals(yaml: string | null) {
  const { findings } = check({ text: yaml ?? "", fileName: "a.yaml" }, { environment: { gpus: 1 } }, catalog);
  return findings.filter(({ severity }) => severity === "error").map(({ message }) => message);
}

const axolotlSft = `base_model: org/Llama-3.1-8B-Instruct
adapter: qlora
load_in_4bit: true
lora_r: 16
lora_alpha: 32
lora_target_linear: true
datasets:
  - path: org/chats
    type: chat_template
    field_messages: turns
val_set_size: 0.05
sequence_len: 4096
sample_packing: true
attn_implementation: flash_attention_2
micro_batch_size: 2
gradient_accumulation_steps: 4
num_epochs: 2
learning_rate: 2e-4
optimizer: paged_adamw_8bit
bf16: auto
gradient_checkpointing: true
evals_per_epoch: 2
saves_per_epoch: 1
wandb_project: mine
wandb_entity:
output_dir: out
`;

const swiftCommand = `nproc=2
NPROC_PER_NODE=$nproc CUDA_VISIBLE_DEVICES=0,1 \\
swift rlhf \\
    --rlhf_type simpo --model Qwen/Qwen2.5-7B-Instruct \\
    --train_type full \\
    --dataset 'org/pairs#1000' data/own.jsonl \\
    --gradient_accumulation_steps $(expr 16 / $nproc) \\
    --deepspeed zero3 --attn_impl flash_attn \\
    --model_author me
`;

describe("Axolotl", () => {
  const result = run(axolotlSft, "axolotl");

  it("renames, and translates values and units", () => {
    expect(result.value("model_name_or_path")).toBe("org/Llama-3.1-8B-Instruct");
    expect(result.value("quantization_bit")).toBe(4);
    expect(result.value("lora_target")).toBe("all");
    expect(result.value("flash_attn")).toBe("fa2");
    expect(result.value("cutoff_len")).toBe(4096);
    expect(result.value("template")).toBe("llama3");
    expect(result.value("report_to")).toBe("wandb");
  });

  it("turns times an epoch into shares of the run", () => {
    expect(String(result.text)).toContain("eval_steps: 0.25\n");
    expect(String(result.text)).toContain("save_steps: 0.5\n");
  });

  it("writes out defaults of Axolotl that are not LLaMA-Factory's", () => {
    expect(result.value("lr_scheduler_type")).toBe("cosine");
    expect(result.value("save_total_limit")).toBe(4);
    expect(result.kind("lr_scheduler")).toBe("default");
  });

  it("keeps the total batch where packing needs a batch of one", () => {
    expect(result.value("per_device_train_batch_size")).toBe(1);
    expect(result.value("gradient_accumulation_steps")).toBe(8);
  });

  it("describes the data for dataset_info.json", () => {
    expect(result.value("dataset")).toBe("chats");
    expect(result.datasetInfo).toMatchObject({
      chats: {
        hf_hub_url: "org/chats",
        formatting: "sharegpt",
        columns: { messages: "turns" },
        tags: { role_tag: "role" },
      },
    });
  });

  it("is accepted by the checker", () => expect(refusals(result.text)).toEqual([]));

  it.each([
    ["rl: orpo\norpo_alpha: 0.2", { stage: "dpo", pref_loss: "orpo" }],
    ["rl: kto", { stage: "kto" }],
    ["reward_model: true", { stage: "rm" }],
    ["pretraining_dataset: org/text", { stage: "pt", dataset: "a,text" }],
    ["warmup_steps: 0.1", { warmup_ratio: expect.anything() }],
    ["gradient_checkpointing: false", { disable_gradient_checkpointing: true }],
    ["optimizer: muon", { use_muon: true }],
    ["cosine_min_lr_ratio: 0.1", { lr_scheduler_type: "cosine_with_min_lr" }],
    ["hub_model_id: me/model", { push_to_hub: true, hub_model_id: "me/model" }],
  ])("%s", (line, expected) => {
    const { value, text } = run(
      `base_model: org/Qwen3-8B\ndatasets: [{path: org/a, type: alpaca}]\n${line}\n`,
      "axolotl",
    );
    for (const [name, own] of Object.entries(expected)) expect(value(name), name).toEqual(own);
    expect(refusals(text)).toEqual([]);
  });

  it("says what it has no counterpart for", () => {
    expect(run(`${axolotlSft}lora_mlp_kernel: true\n`, "axolotl").kind("lora_mlp_kernel")).toBe("lost");
    expect(result.kind("wandb_entity")).toBe("unneeded");
  });

  it("does not pretend where LLaMA-Factory has no such training", () => {
    expect(convert("base_model: a\nrl: grpo\n", "axolotl", facts)).toMatchObject({
      text: null,
      problem: { en: /grpo/ },
    });
  });
});

describe("ms-swift", () => {
  const result = run(swiftCommand, "ms-swift");

  it("reads the command with its variables and arithmetic", () => {
    expect(result.value("stage")).toBe("dpo");
    expect(result.value("pref_loss")).toBe("simpo");
    expect(result.value("gradient_accumulation_steps")).toBe(8);
    expect(result.value("deepspeed")).toBe("examples/deepspeed/ds_z3_config.json");
    expect(result.value("dataset")).toBe("pairs,own");
    expect(result.datasetInfo).toMatchObject({
      pairs: { ms_hub_url: "org/pairs", num_samples: 1000, ranking: true },
      own: { file_name: "data/own.jsonl" },
    });
  });

  it("writes out defaults that depend on the method", () => {
    expect(String(result.text)).toContain("learning_rate: 0.00001\n");
    expect(result.value("pref_beta")).toBe(2);
    expect(String(run("model: a/b\ndataset: c/d\n", "ms-swift").text)).toContain("learning_rate: 0.0001\n");
  });

  it("lists what is only ms-swift's", () => expect(result.kind("model_author")).toBe("lost"));

  it("is accepted by the checker", () => {
    expect(refusals(result.text)).toEqual([]);
    expect(
      refusals(
        run("model: a/b\ndataset: [c/d]\nsplit_dataset_ratio: 0.01\npacking: true\nattn_impl: flash_attn\n", "ms-swift")
          .text,
      ),
    ).toEqual([]);
  });

  it("sends a reader on who gives the command without its file", () => {
    expect(convert("swift sft config.yaml", "ms-swift", facts).problem?.en).toContain("config.yaml");
  });
});

describe("the table of frameworks", () => {
  // A value carries over although something about it is different: its default, its scope, or what else is needed for it.
  const carriedOver = [
    "axolotl learning_rate",
    "axolotl logging_steps",
    "axolotl lr_scheduler_kwargs",
    "axolotl num_epochs",
    "axolotl save_strategy",
    "axolotl save_total_limit",
    "axolotl warmup_ratio",
    "axolotl group_by_length",
    "ms-swift group_by_length",
  ];

  it("has every name of Axolotl and ms-swift translated, by a rule where more than the name differs", () => {
    for (const from of ["axolotl", "ms-swift"] as const) {
      for (const { names } of loadMappings().parameters)
        for (const { in: framework, name, differs } of names) {
          if (framework !== from || /^[A-Z_]+$/.test(name)) continue;
          const { items } = convert(`${name}: odd_value_7\n`, from, facts);
          const item = items.find(({ key }) => key === name);
          const isRuled = item === undefined || item.kind !== "same" || carriedOver.includes(`${from} ${name}`);
          if (differs !== undefined) expect(isRuled || item?.note !== undefined, `${from} ${name}`).toBe(true);
          else expect(item?.kind, `${from} ${name}`).not.toBe(undefined);
        }
    }
  });
});

describe("for any configuration", () => {
  const names = Object.keys(facts.names.axolotl).concat(Object.keys(facts.names["ms-swift"]), "no_such_key", "plugins");
  const value = fc.constantFrom("true", "false", "1", "0.5", "auto", "lora", "[a, b]", "{a: 1}", "", "'text'");
  const entry = fc.tuple(fc.constantFrom(...new Set(names)), value);
  const config = fc
    .uniqueArray(entry, { selector: ([name]) => name, maxLength: 20 })
    .map((entries) => entries.map(([name, own]) => `${name}: ${own}\n`).join(""));

  it("every key is in the report, in words of both languages, and the result is YAML", () => {
    fc.assert(
      fc.property(config, fc.constantFrom("axolotl" as const, "ms-swift" as const), (text, from) => {
        const { text: yaml, items } = convert(text, from, facts);
        if (yaml === null) return;
        const reported = new Set(items.map(({ key }) => key));
        for (const name of readConfigFile(text, "a.yaml").keys()) expect(reported.has(name), name).toBe(true);
        expect(readConfigFile(yaml, "a.yaml").size).toBeGreaterThan(0);
        for (const item of items)
          for (const language of ["zh", "en"] as const)
            expect(describeItem(item, language)).not.toMatch(/undefined|\[object/);
      }),
      { numRuns: 600 },
    );
  });
});
