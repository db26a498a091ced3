import { expect, it } from "vitest";
import { checkSituation, describeRule, type Situation } from "../support";

// What passes the parser and then stops, is ignored or is altered. Never an error, because upstream accepts it.

const zero3 = (yaml: string): Situation => ({
  yaml: `deepspeed: ds_z3.json\n${yaml}`,
  environment: { launch: "torchrun" },
});
const full = "finetuning_type: full\n";
const gptq = "model_name_or_path: acme/tiny-GPTQ-Int4\n";

for (const [rule, extra] of [
  ["kt-single-adapter", "use_kt: true"],
  ["unsloth-single-adapter", "use_unsloth: true"],
] as const) {
  describeRule(rule, {
    silent: { one: `${extra}\nadapter_name_or_path: a` },
    reports: { two: `${extra}\nadapter_name_or_path: a,b` },
  });
}
describeRule("zero3-single-adapter", {
  silent: { one: zero3("adapter_name_or_path: a") },
  reports: { two: zero3("adapter_name_or_path: a,b") },
});
describeRule("dora-no-ptq", {
  silent: { bitsandbytes: "use_dora: true\nquantization_bit: 4" },
  reports: {
    "a GPTQ model": `${gptq}use_dora: true`,
    HQQ: "use_dora: true\nquantization_bit: 4\nquantization_method: hqq",
  },
});
describeRule("resize-vocab-trains-embeddings", {
  silent: { "with modules": "resize_vocab: true\nadditional_target: lm_head" },
  reports: { without: "resize_vocab: true" },
});
describeRule("kt-lora-only", {
  silent: { lora: "use_kt: true" },
  reports: { oft: "use_kt: true\nfinetuning_type: oft" },
});
describeRule("unsloth-no-oft", {
  silent: { lora: "use_unsloth: true" },
  reports: { oft: "use_unsloth: true\nfinetuning_type: oft" },
});
describeRule("quantized-model-needs-lora-or-oft", { silent: { lora: gptq }, reports: { full: `${gptq}${full}` } });
describeRule("quantized-model-no-pissa", { silent: { without: gptq }, reports: { with: `${gptq}pissa_init: true` } });
describeRule("ptq-ignores-quantization-bit", {
  silent: { without: gptq },
  reports: { with: `${gptq}quantization_bit: 4` },
});
describeRule("ptq-no-zero3-fsdp", {
  silent: { plain: gptq },
  reports: { "ZeRO-3": zero3(gptq), FSDP: `${gptq}fsdp: full_shard` },
});
describeRule("trainable-params-float32", {
  silent: { "bf16 alone": "bf16: true" },
  reports: { both: `${full}bf16: true\npure_bf16: true` },
});
describeRule("new-tokens-resize-vocab", {
  silent: { "resizing on": "add_tokens: <a>\nresize_vocab: true" },
  reports: { "resizing off": "add_tokens: <a>" },
});
describeRule("new-special-tokens-resize-vocab", {
  silent: { "resizing on": "add_special_tokens: <a>\nresize_vocab: true" },
  reports: { "resizing off": "add_special_tokens: <a>" },
});
describeRule("low-cpu-mem-off-zero3", {
  silent: { "no ZeRO-3": "low_cpu_mem_usage: true" },
  reports: { "ZeRO-3": zero3("low_cpu_mem_usage: true") },
});
describeRule("kv-cache-off-in-training", {
  silent: { off: "use_kv_cache: false" },
  reports: { on: "use_kv_cache: true" },
});
const fsdp2 = { fsdp: true, vars: { FSDP_VERSION: "2" } };
describeRule("fsdp2-no-reentrant-gc", {
  silent: { off: { yaml: "use_reentrant_gc: false", environment: fsdp2 } },
  reports: { on: { yaml: "use_reentrant_gc: true", environment: fsdp2 } },
});
describeRule("gradient-checkpointing-on-by-default", {
  silent: { "true, as upstream has it": "gradient_checkpointing: true" },
  reports: { "false, which changes nothing": "gradient_checkpointing: false" },
});
describeRule("flash-attn-fa3-not-implemented", {
  silent: { fa2: "flash_attn: fa2" },
  reports: { fa3: "flash_attn: fa3" },
});
describeRule("flash-attn-fa2-not-installed", {
  silent: { installed: "flash_attn: fa2" },
  reports: { missing: { yaml: "flash_attn: fa2", environment: { missing: ["flash-attn"] } } },
});
describeRule("bnb-bits", { silent: { "4": "quantization_bit: 4" }, reports: { "5": "quantization_bit: 5" } });
describeRule("bnb-sharded-4bit-only", {
  silent: { "4 bits": zero3("quantization_bit: 4") },
  reports: { "8 bits": zero3("quantization_bit: 8") },
});
describeRule("hqq-bits", {
  silent: { "3": "quantization_method: hqq\nquantization_bit: 3" },
  reports: { "7": "quantization_method: hqq\nquantization_bit: 7" },
});
describeRule("eetq-bits", {
  silent: { "8": "quantization_method: eetq\nquantization_bit: 8" },
  reports: { "4": "quantization_method: eetq\nquantization_bit: 4" },
});
for (const method of ["hqq", "eetq"]) {
  describeRule(`${method}-no-zero3-fsdp`, {
    silent: { plain: `quantization_method: ${method}\nquantization_bit: 8` },
    reports: { "ZeRO-3": zero3(`quantization_method: ${method}\nquantization_bit: 8`) },
  });
}
describeRule("export-quantization-bits", {
  silent: { "3": { yaml: "export_quantization_bit: 3\nexport_quantization_dataset: d", command: "export" } },
  reports: { "5": { yaml: "export_quantization_bit: 5\nexport_quantization_dataset: d", command: "export" } },
});
describeRule("export-quantization-float16", {
  silent: { "no quantization": { yaml: "", command: "export" } },
  reports: { quantization: { yaml: "export_quantization_bit: 4\nexport_quantization_dataset: d", command: "export" } },
});
describeRule("export-no-merge-into-quantized", {
  silent: { "a plain model": { yaml: "adapter_name_or_path: a", command: "export" } },
  reports: { "quantized on loading": { yaml: "adapter_name_or_path: a\nquantization_bit: 4", command: "export" } },
});
describeRule("export-legacy-format-transformers5", {
  silent: { "transformers 4": { yaml: "export_legacy_format: true", command: "export" } },
  reports: {
    "transformers 5": { yaml: "export_legacy_format: true", command: "export", environment: { transformers: "5" } },
  },
});
describeRule("rope-scaling-needs-longer-input", { silent: { without: "" }, reports: { with: "rope_scaling: yarn" } });
describeRule("rope-dynamic-in-training", {
  silent: { yarn: "rope_scaling: yarn" },
  reports: { dynamic: "rope_scaling: dynamic" },
});
describeRule("rope-factor", {
  silent: { training: "rope_scaling: linear" },
  reports: { chatting: { yaml: "rope_scaling: linear", command: "infer" } },
});
describeRule("shift-attn-old-transformers", {
  silent: { off: "shift_attn: false" },
  reports: { on: "shift_attn: true" },
});
describeRule("shift-attn-llama-only", { silent: { off: "shift_attn: false" }, reports: { on: "shift_attn: true" } });
describeRule("template-missing-from-tokenizer", { silent: { "a template": "" }, reports: { none: "-template" } });
describeRule("template-exists", { silent: { qwen3: "template: qwen3" }, reports: { qwen4: "template: qwen4" } });
describeRule("template-no-train-on-prompt", {
  silent: { qwen: "template: qwen\ntrain_on_prompt: true" },
  reports: { glm4: "template: glm4\ntrain_on_prompt: true" },
});
describeRule("reasoning-template-nothink", {
  silent: { qwen3_nothink: "template: qwen3_nothink" },
  reports: { qwen3: "template: qwen3" },
});
const info = { files: { "data/dataset_info.json": '{"my_chat": {}, "pairs": {"ranking": true}}' } };
describeRule("dataset-defined", {
  silent: { "one that is": { yaml: "", environment: info }, "a folder out of sight": "dataset: other" },
  reports: { "one that is not": { yaml: "dataset: other", environment: info } },
});
describeRule("dataset-kind-fits-stage", {
  silent: { "pairs for DPO": { yaml: "stage: dpo\ndataset: pairs", environment: info } },
  reports: { "pairs for SFT": { yaml: "dataset: pairs", environment: info } },
});
const tokenized = { files: { "tok/train/data.arrow": "" } };
describeRule("tokenized-path-ignores-data-args", {
  silent: { "a new folder": "tokenized_path: tok" },
  reports: { "an old one": { yaml: "tokenized_path: tok", environment: tokenized } },
});
describeRule("tokenized-path-no-streaming", {
  silent: { "an old folder": { yaml: "streaming: true\nmax_steps: 9\ntokenized_path: tok", environment: tokenized } },
  reports: { "a new one": "streaming: true\nmax_steps: 9\ntokenized_path: tok" },
});
describeRule("streaming-concat-not-mixed", {
  silent: { "one dataset": "streaming: true\nmax_steps: 9" },
  reports: { two: "streaming: true\nmax_steps: 9\ndataset: a,b" },
});
describeRule("interleave-non-streaming-advice", {
  silent: { streaming: "streaming: true\nmax_steps: 9\ndataset: a,b\nmix_strategy: interleave_under" },
  reports: { "all at once": "dataset: a,b\nmix_strategy: interleave_under" },
});
describeRule("mix-strategy-valid", {
  silent: { concat: "dataset: a,b" },
  reports: { mix: "dataset: a,b\nmix_strategy: mix" },
});
describeRule("neat-packing-fa2-batch-one", {
  silent: { "a batch of 1": "neat_packing: true\nflash_attn: fa2\nper_device_train_batch_size: 1" },
  reports: { "a batch of 2": "neat_packing: true\nflash_attn: fa2\nper_device_train_batch_size: 2" },
});
const megatron = { vars: { USE_MCA: "1" } };
describeRule("mca-stages", {
  silent: { sft: { yaml: "", environment: megatron } },
  reports: { rm: { yaml: "stage: rm", environment: megatron } },
});
describeRule("mca-packing-aligned", {
  silent: { both: { yaml: "packing: true\nneat_packing: true", environment: megatron } },
  reports: { one: { yaml: "packing: true", environment: megatron } },
});
const ppo = "stage: ppo\nreport_to: none\n";
describeRule("reward-api-url", {
  silent: { "a URL": `${ppo}reward_model_type: api\nreward_model: http://x/v1` },
  reports: { "a path": `${ppo}reward_model_type: api\nreward_model: out/rm` },
});
describeRule("full-reward-same-tokenizer", {
  silent: { "an adapter": `${ppo}reward_model: r` },
  reports: { "a model": `${ppo}reward_model: r\nreward_model_type: full` },
});
describeRule("ppo-no-resume", {
  silent: { no: `${ppo}reward_model: r` },
  reports: { yes: `${ppo}reward_model: r\nresume_from_checkpoint: c` },
});
describeRule("ppo-deepspeed-no-logger", {
  silent: { none: { yaml: `${ppo}reward_model: r\ndeepspeed: ds_z2.json`, environment: { launch: "torchrun" } } },
  reports: {
    wandb: {
      yaml: "stage: ppo\nreport_to: wandb\nreward_model: r\ndeepspeed: ds_z2.json",
      environment: { launch: "torchrun" },
    },
  },
});
describeRule("badam-ratio-positive", {
  silent: { "0.05": `${full}use_badam: true\nbadam_mode: ratio` },
  reports: { "0": `${full}use_badam: true\nbadam_mode: ratio\nbadam_update_ratio: 0` },
});
describeRule("kt-no-predict", {
  silent: { "no predicting": "use_kt: true" },
  reports: { predicting: "use_kt: true\npredict_with_generate: true\nval_size: 0.1" },
});
describeRule("kt-no-accuracy", {
  silent: { "no accuracy": "use_kt: true" },
  reports: { accuracy: "use_kt: true\ncompute_accuracy: true" },
});
describeRule("batch-predict-slow", {
  silent: { training: "" },
  reports: { predicting: "do_predict: true\npredict_with_generate: true\nval_size: 0.1" },
});
describeRule("v1-kernels-experimental", {
  silent: { off: "use_v1_kernels: false" },
  reports: { on: "use_v1_kernels: true" },
});
describeRule("deepspeed-values-match", {
  silent: { auto: "deepspeed: {zero_optimization: {stage: 2}, train_micro_batch_size_per_gpu: auto}" },
  reports: {
    "another batch":
      "deepspeed: {zero_optimization: {stage: 2}, train_micro_batch_size_per_gpu: 4}\nper_device_train_batch_size: 2",
  },
});
describeRule("early-stopping-needs-eval", {
  silent: {
    "an evaluation with a metric":
      "early_stopping_steps: 3\neval_strategy: steps\nval_size: 0.1\nmetric_for_best_model: loss",
    "the best model loaded at the end": `early_stopping_steps: 3\neval_strategy: steps\nval_size: 0.1\nload_best_model_at_end: true`,
  },
  reports: { "no evaluation": { yaml: "early_stopping_steps: 3", line: 1 } },
});
describeRule("key-without-effect", {
  silent: { "a rank with LoRA": "lora_rank: 8", "a rank with GaLore": `${full}use_galore: true\ngalore_rank: 16` },
  reports: {
    "a rank with full training": { yaml: `${full}lora_rank: 8`, line: 2 },
    "epochs beside a number of steps": "num_train_epochs: 3\nmax_steps: 100",
    "an export folder in training": "export_dir: out",
    "a loss of DPO in KTO": "stage: kto\npref_loss: sigmoid",
    "a reference model for ORPO": "stage: dpo\npref_loss: orpo\nref_model: r",
  },
});
describeRule("value-type", {
  silent: {
    "an integer for a float": "learning_rate: 1",
    "a list that the code takes": "lora_target: [q_proj, v_proj]",
    "a checkpoint switched off with false": "resume_from_checkpoint: false",
    "1e-4, which OmegaConf reads as a number": "learning_rate: 1e-4",
  },
  reports: {
    "a float for an integer": { yaml: "max_steps: 100.0", line: 1 },
    "a quoted false": "overwrite_cache: 'false'",
    "y, which is a text": "overwrite_cache: y",
    "a version number as a name": "run_name: 1.10",
    "an empty value": "learning_rate: null",
  },
});
describeRule("value-choice", {
  silent: {
    "a declared choice": "flash_attn: sdpa",
    "a choice that transformers enforces itself": "lr_scheduler_type: cosine",
  },
  reports: {
    "a name of an earlier release": { yaml: "quantization_bit: 4\nquantization_method: bitsandbytes", line: 2 },
    "a misspelt one": "pref_loss: simpoo\nstage: dpo",
  },
});

it("never turns what upstream accepts into an error", () => {
  for (const yaml of ["quantization_method: bitsandbytes", "flash_attn: fa3", "lora_rank: '8'", "template: qwen4"])
    expect(checkSituation(yaml).result.verdict).toBe("accept");
});
