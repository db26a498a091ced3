import { describeRule } from "../support";

// What transformers' own TrainingArguments refuse or alter.

for (const [rule, key, good, bad] of [
  ["hf-eval-strategy-values", "eval_strategy", "'no'", "no"],
  ["hf-logging-strategy-values", "logging_strategy", "epoch", "step"],
  ["hf-save-strategy-values", "save_strategy", "best", "no"],
  ["hf-hub-strategy-values", "hub_strategy", "end", "always"],
  ["hf-lr-scheduler-type-values", "lr_scheduler_type", "warmup_stable_decay", "cosin"],
  ["hf-optim-values", "optim", "paged_adamw_8bit", "adamw"],
] as const) {
  describeRule(rule, {
    silent: { [`${key}: ${good}`]: `${key}: ${good}` },
    reports: { [`${key}: ${bad}`]: { yaml: `${key}: ${bad}`, line: 1 }, "an empty value": `${key}: null` },
  });
}
describeRule("hf-debug-values", {
  silent: { "a known option": "debug: underflow_overflow", none: "debug: ''" },
  reports: { "an unknown one": "debug: overflow" },
});
describeRule("hf-fsdp-values", {
  silent: { "options with spaces": "fsdp: full_shard auto_wrap", true: "fsdp: true" },
  reports: { "options with a comma": "fsdp: full_shard,auto_wrap" },
});
describeRule("hf-fsdp-offload-alone", {
  silent: { "with sharding": "fsdp: full_shard offload" },
  reports: { alone: "fsdp: offload" },
});
describeRule("hf-fsdp-shard-conflict", {
  silent: { "one of them": "fsdp: shard_grad_op" },
  reports: { both: "fsdp: full_shard shard_grad_op" },
});
describeRule("hf-fsdp-config-file", {
  silent: { "a file that cannot be seen from here": "fsdp: full_shard\nfsdp_config: f.json" },
  reports: { "no file": { yaml: "fsdp: full_shard\nfsdp_config: f.json", environment: { filesAreComplete: true } } },
});
describeRule("hf-empty-cache-steps", {
  silent: { "5": "torch_empty_cache_steps: 5" },
  reports: { "0": "torch_empty_cache_steps: 0", "a float": "torch_empty_cache_steps: 2.0" },
});
describeRule("hf-eval-steps-needed", {
  silent: { "the default of logging_steps": "eval_strategy: steps\nval_size: 0.1" },
  reports: { "both zero": "eval_strategy: steps\nval_size: 0.1\neval_steps: 0\nlogging_steps: 0" },
});
describeRule("hf-logging-steps-nonzero", {
  silent: { "no logging": "logging_strategy: 'no'\nlogging_steps: 0" },
  reports: { zero: "logging_steps: 0" },
});
for (const [kind, more] of [
  ["logging", ""],
  ["eval", "\neval_strategy: steps\nval_size: 0.1"],
  ["save", ""],
] as const) {
  describeRule(`hf-${kind}-steps-whole`, {
    silent: { "a fraction of the run": `${kind}_steps: 0.1${more}`, "a whole float": `${kind}_steps: 20.0${more}` },
    reports: { "2.5": { yaml: `${kind}_steps: 2.5${more}`, line: 1 } },
  });
}
const best = "load_best_model_at_end: true\nval_size: 0.1\n";
describeRule("hf-load-best-strategies-match", {
  silent: {
    "both by steps": `${best}eval_strategy: steps`,
    "save_strategy: best": `${best}save_strategy: best\neval_strategy: epoch`,
  },
  reports: { "no evaluation": { yaml: best, line: 1 } },
});
describeRule("hf-load-best-steps-multiple", {
  silent: {
    "a multiple": `${best}eval_strategy: steps\neval_steps: 100\nsave_steps: 200`,
    "fractions that only floats get wrong": `${best}eval_strategy: steps\neval_steps: 0.1\nsave_steps: 0.3`,
  },
  reports: { "500 and 200": `${best}eval_strategy: steps\neval_steps: 200\nsave_steps: 500` },
});
describeRule("hf-load-best-steps-mixed", {
  silent: { "both whole": `${best}eval_strategy: steps\neval_steps: 100\nsave_steps: 200` },
  reports: { "a fraction and a number": `${best}eval_strategy: steps\neval_steps: 0.3\nsave_steps: 100` },
});
describeRule("hf-bf16-device", {
  silent: { "a GPU that can": "bf16: true", "the CPU": { yaml: "use_cpu: true", environment: { bf16: false } } },
  reports: {
    "a GPU that cannot": { yaml: "bf16: true", environment: { bf16: false }, line: 1 },
    "evaluating in bf16 there": { yaml: "bf16: false\nbf16_full_eval: true", environment: { bf16: false } },
  },
});
describeRule("hf-fp16-or-bf16", {
  silent: { "fp16 alone": "bf16: false\nfp16: true" },
  reports: { both: { yaml: "fp16: true", line: 1 } },
});
describeRule("hf-full-eval-precision", {
  silent: { one: "bf16_full_eval: true" },
  reports: { both: "bf16_full_eval: true\nfp16_full_eval: true" },
});
describeRule("hf-apex-no-bf16", {
  silent: { "apex with fp16": "half_precision_backend: apex\nfp16: true\nbf16: false" },
  reports: { "apex with bf16": "half_precision_backend: apex" },
});
describeRule("hf-plateau-needs-eval", {
  silent: { "an evaluation": "lr_scheduler_type: reduce_lr_on_plateau\neval_strategy: steps\nval_size: 0.1" },
  reports: { "no evaluation": "lr_scheduler_type: reduce_lr_on_plateau" },
});
describeRule("hf-accelerator-config", {
  silent: { "a known setting": "accelerator_config: {split_batches: true}" },
  reports: { "an unknown one": "accelerator_config: {split_batch: true}" },
});
describeRule("hf-tf32-device", {
  silent: { Ampere: "tf32: true", "tf32 off": { yaml: "tf32: false\nbf16: false", environment: { bf16: false } } },
  reports: { "an older GPU": { yaml: "tf32: true\nbf16: false", environment: { bf16: false } } },
});
describeRule("hf-warmup-ratio-range", {
  silent: { "0.1": "warmup_ratio: 0.1" },
  reports: { "-0.1": "warmup_ratio: -0.1", "a number of steps": "warmup_ratio: 100" },
});
describeRule("hf-warmup-steps-over-ratio", {
  silent: { "the ratio alone": "warmup_ratio: 0.1" },
  reports: { both: { yaml: "warmup_ratio: 0.1\nwarmup_steps: 100", line: 1 } },
});
describeRule("hf-warmup-steps-whole", {
  silent: { "100": "warmup_steps: 100" },
  reports: { "0.1": "warmup_steps: 0.1", "a text": "warmup_steps: '100'" },
});
describeRule("hf5-warmup-steps-negative", {
  silent: { "a fraction": { yaml: "warmup_steps: 0.1", environment: { transformers: "5" } } },
  reports: { "-1": { yaml: "warmup_steps: -1", environment: { transformers: "5" } } },
});
describeRule("hf5-warmup-ratio-to-steps", {
  silent: { "the new spelling": { yaml: "warmup_steps: 0.1", environment: { transformers: "5" } } },
  reports: { "the old one": { yaml: "warmup_ratio: 0.1", environment: { transformers: "5" } } },
});
describeRule("hf-deepspeed-config", {
  silent: {
    "a file that cannot be seen from here": "deepspeed: ds_z2.json",
    "the settings themselves": "deepspeed: {zero_optimization: {stage: 2}}",
  },
  reports: { "a word that is no file": { yaml: "deepspeed: zero3", environment: { filesAreComplete: true } } },
});
describeRule("hf-deepspeed-zero-section", {
  silent: { "a stage of 0": "deepspeed: {zero_optimization: {stage: 0}}" },
  reports: { "no such section": "deepspeed: {train_batch_size: auto}" },
});
describeRule("hf-push-to-hub-token", {
  silent: { "the new name": "hub_token: x" },
  reports: { "the old name": "push_to_hub_token: x" },
});
describeRule("hf-prefetch-needs-workers", {
  silent: { "with workers": "dataloader_prefetch_factor: 2\ndataloader_num_workers: 4" },
  reports: { without: "dataloader_prefetch_factor: 2" },
});
describeRule("transformers-dependent", {
  silent: { "a key of both": "optim: adamw_torch" },
  reports: { "a key that 5 dropped": "per_gpu_train_batch_size: 2", "a fraction as steps": "warmup_steps: 0.1" },
});
describeRule("type-refused", {
  silent: { "a number in quotes that nothing computes with": "lora_dropout: '0.1'" },
  reports: {
    "one that is compared": { yaml: "save_steps: '100'", line: 1 },
    "a list where a comma list is split": "adapter_name_or_path: [a, b]",
    "an empty rank": "lora_rank: null",
    "a text minus one": "cutoff_len: '4096'\npacking: true",
    "broken JSON": "vllm_config: '{bad'",
    "a number as a path": "output_dir: 5",
    "a timeout in quotes": "ddp_timeout: '1800'",
    "auto on both sides of a product":
      "deepspeed: ds.json\nper_device_train_batch_size: auto\ngradient_accumulation_steps: auto",
  },
});
