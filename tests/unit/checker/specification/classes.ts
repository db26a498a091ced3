import { describeRule } from "../support";

// What ModelArguments, DataArguments, FinetuningArguments and EvaluationArguments refuse or alter.

describeRule("model-path-required", {
  silent: { "a path": "model_name_or_path: ./model" },
  reports: { "no model": "-model_name_or_path", "an explicit null": "model_name_or_path: null" },
});
describeRule("image-pixels-order", {
  silent: { "a small maximum": "image_max_pixels: 1024" },
  reports: { "a minimum above the default maximum": { yaml: "image_min_pixels: 600000", line: 1 } },
});
describeRule("video-pixels-order", {
  silent: { "equal bounds": "video_max_pixels: 4096\nvideo_min_pixels: 4096" },
  reports: { "a maximum below the minimum": "video_max_pixels: 16\nvideo_min_pixels: 256" },
});
describeRule("export-quantization-needs-dataset", {
  silent: { "bits with data": "export_quantization_bit: 4\nexport_quantization_dataset: c4.jsonl" },
  reports: { "bits without data": { yaml: "export_quantization_bit: 4", line: 1 } },
});
describeRule("special-tokens-config-wins", {
  silent: { "tokens alone": "add_special_tokens: <a>" },
  reports: { both: "new_special_tokens_config: t.yaml\nadd_special_tokens: <a>" },
});
describeRule("special-tokens-config-readable", {
  silent: { "a file that cannot be seen from here": "new_special_tokens_config: t.yaml" },
  reports: {
    "broken YAML": { yaml: "new_special_tokens_config: t.yaml", environment: { files: { "t.yaml": "a: [1" } } },
    "no file": { yaml: "new_special_tokens_config: t.yaml", environment: { filesAreComplete: true } },
  },
});
describeRule("special-tokens-config-mapping", {
  silent: {
    "a mapping": { yaml: "new_special_tokens_config: t.yaml", environment: { files: { "t.yaml": "<a>: x" } } },
  },
  reports: { "a list": { yaml: "new_special_tokens_config: t.yaml", environment: { files: { "t.yaml": "- <a>" } } } },
});
describeRule("init-special-tokens-needs-config", {
  silent: { "noise, which needs no descriptions": "init_special_tokens: noise_init" },
  reports: { "descriptions without a file": "init_special_tokens: desc_init" },
});
describeRule("val-size-needs-dataset", {
  silent: { "a split of the data": "val_size: 0.1" },
  reports: { "a split of nothing": { yaml: "-dataset\nval_size: 0.1", line: 2 } },
});
describeRule("val-size-or-eval-dataset", {
  silent: { "one of them": "eval_dataset: e", "a share of zero": "eval_dataset: e\nval_size: 0" },
  reports: { both: { yaml: "eval_dataset: e\nval_size: 0.1", line: 2 } },
});
describeRule("interleave-probs-need-interleave", {
  silent: { interleaving: "dataset: a,b\ninterleave_probs: 0.5,0.5\nmix_strategy: interleave_over" },
  reports: { "the default strategy": "dataset: a,b\ninterleave_probs: 0.5,0.5" },
});
describeRule("interleave-probs-length", {
  silent: { "one for each": "dataset: a,b\ninterleave_probs: [0.5, 0.5]\nmix_strategy: interleave_over" },
  reports: { "two for three": "dataset: a,b,c\ninterleave_probs: 0.5,0.5\nmix_strategy: interleave_over" },
});
describeRule("interleave-probs-eval-length", {
  silent: { "as many": "dataset: a,b\neval_dataset: c,d\ninterleave_probs: 0.5,0.5\nmix_strategy: interleave_over" },
  reports: { "two for one": "dataset: a,b\neval_dataset: c\ninterleave_probs: 0.5,0.5\nmix_strategy: interleave_over" },
});
describeRule("streaming-val-size-integer", {
  silent: { "a number of samples": "streaming: true\nmax_steps: 9\nval_size: 200" },
  reports: { "a fraction": "streaming: true\nmax_steps: 9\nval_size: 0.1" },
});
describeRule("streaming-no-max-samples", {
  silent: { "max_samples without a stream": "max_samples: 100" },
  reports: { both: { yaml: "streaming: true\nmax_samples: 100", line: 2 } },
});
describeRule("mask-history-or-train-on-prompt", {
  silent: { "one of them": "mask_history: true\ntrain_on_prompt: false" },
  reports: { both: "mask_history: true\ntrain_on_prompt: true" },
});
describeRule("neat-packing-turns-on-packing", {
  silent: { "packing on as well": "neat_packing: true\npacking: true" },
  reports: { "packing off": { yaml: "neat_packing: true\npacking: false", line: 2 } },
});
describeRule("packing-shortens-cutoff", {
  silent: { "no packing": "cutoff_len: 4096" },
  reports: { packing: { yaml: "cutoff_len: 4096\npacking: true", line: 1 } },
});
describeRule("eval-save-dir-must-not-exist", {
  silent: { "a new folder": { yaml: "save_dir: new", command: "eval", environment: { filesAreComplete: true } } },
  reports: {
    "an old one": { yaml: "save_dir: old", command: "eval", environment: { files: { "old/results.json": "" } } },
  },
});
describeRule("eval-task-required", {
  silent: { "a task": { yaml: "task: mmlu_test", command: "eval" } },
  reports: { "no task": { yaml: "-task", command: "eval" } },
});
describeRule("finetuning-type-valid", {
  silent: { oft: "finetuning_type: oft" },
  reports: { qlora: { yaml: "finetuning_type: qlora", line: 1 }, "a list": "finetuning_type: [lora]" },
});
describeRule("ref-model-quantization-bit-valid", {
  silent: { "8": "ref_model_quantization_bit: 8", "8.0, which equals 8": "ref_model_quantization_bit: 8.0" },
  reports: { "2": "ref_model_quantization_bit: 2", "a quoted 8": "ref_model_quantization_bit: '8'" },
});
describeRule("reward-model-quantization-bit-valid", {
  silent: { "4": "reward_model_quantization_bit: 4" },
  reports: { "3": "reward_model_quantization_bit: 3" },
});
describeRule("ppo-needs-reward-model", {
  silent: { "a reward model": "stage: ppo\nreward_model: out/rm", "another stage": "stage: rm" },
  reports: { "PPO without one": "stage: ppo" },
});
describeRule("ppo-lora-reward-needs-lora", {
  silent: { "a full reward model": "stage: ppo\nreward_model: r\nreward_model_type: full\nfinetuning_type: full" },
  reports: { "the default type with full training": "stage: ppo\nreward_model: r\nfinetuning_type: full" },
});
describeRule("ppo-oft-reward-needs-oft", {
  silent: { "oft throughout": "stage: ppo\nreward_model: r\nreward_model_type: oft\nfinetuning_type: oft" },
  reports: { "oft with lora": "stage: ppo\nreward_model: r\nreward_model_type: oft" },
});
describeRule("dpo-label-smoothing-sigmoid-only", {
  silent: {
    "the default loss": "stage: dpo\ndpo_label_smoothing: 0.1",
    "another stage": "stage: kto\npref_loss: hinge\ndpo_label_smoothing: 0.1",
  },
  reports: { hinge: { yaml: "stage: dpo\npref_loss: hinge\ndpo_label_smoothing: 0.1", line: 3 } },
});
describeRule("llama-pro-not-full", {
  silent: { freeze: "use_llama_pro: true\nfinetuning_type: freeze" },
  reports: { full: "use_llama_pro: true\nfinetuning_type: full" },
});
describeRule("lora-no-galore-apollo-badam", {
  silent: { "full training": "use_galore: true\nfinetuning_type: full" },
  reports: {
    "GaLore with LoRA": { yaml: "use_galore: true", line: 1 },
    "a quoted false, which is true to Python": "use_badam: 'false'",
  },
});
describeRule("galore-apollo-badam-exclusive", {
  silent: { "one of them": "use_apollo: true\nfinetuning_type: full" },
  reports: { two: "use_apollo: true\nuse_galore: true\nfinetuning_type: full" },
});
describeRule("pissa-stage", {
  silent: {
    "a stage without a reference": "pissa_init: true\nstage: rm",
    ORPO: "pissa_init: true\nstage: dpo\npref_loss: orpo",
  },
  reports: { DPO: "pissa_init: true\nstage: dpo" },
});
describeRule("loraplus-lr-ratio-lora-only", {
  silent: {
    "LoRA with a ratio": "loraplus_lr_ratio: 16",
    "an explicit null, which upstream takes as unset": "finetuning_type: full\nloraplus_lr_ratio: null",
  },
  reports: { "full training with a ratio": { yaml: "finetuning_type: full\nloraplus_lr_ratio: 16", line: 2 } },
});
for (const key of ["use_rslora", "use_dora", "pissa_init"]) {
  describeRule(`${key.replaceAll("_", "-")}-lora-only`, {
    silent: { LoRA: `${key}: true`, "off with full training": `${key}: false\nfinetuning_type: full` },
    reports: { "full training": `${key}: true\nfinetuning_type: full`, OFT: `${key}: true\nfinetuning_type: oft` },
  });
}
describeRule("use-mca-needs-package", {
  silent: { "the package at hand": { yaml: "", environment: { vars: { USE_MCA: "1" } } } },
  reports: { "no package": { yaml: "", environment: { vars: { USE_MCA: "1" }, missing: ["mcore_adapter"] } } },
});
describeRule("base-dependency-versions", {
  silent: {
    "a version inside the range": { yaml: "", environment: { versions: { peft: "0.18.1" } } },
    "the check switched off": {
      yaml: "",
      environment: { versions: { peft: "0.15" }, vars: { DISABLE_VERSION_CHECK: "1" } },
    },
  },
  reports: { "an old one": { yaml: "", environment: { versions: { transformers: "4.51.3" } } } },
});
describeRule("use-ray-from-env", {
  silent: { "the switch set": { yaml: "ray_num_workers: 4", environment: { vars: { USE_RAY: "1" } } } },
  reports: { "keys without the switch": "ray_num_workers: 4" },
});
