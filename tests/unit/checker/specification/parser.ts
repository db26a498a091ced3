import { describeRule, type Situation } from "../support";

// What LLaMA-Factory's get_train_args, get_infer_args and the commands refuse or warn of.

const torchrun = (yaml: string): Situation => ({ yaml, environment: { launch: "torchrun" } });
const zero3 = (yaml: string): Situation => torchrun(`deepspeed: ds_z3_config.json\n${yaml}`);
const zero2 = (yaml: string): Situation => torchrun(`deepspeed: ds_z2_config.json\n${yaml}`);
const infer = (yaml: string): Situation => ({ yaml, command: "infer" });
const exports = (yaml: string): Situation => ({ yaml, command: "export" });
const full = "finetuning_type: full\n";
const ppo = "stage: ppo\nreward_model: out/rm\nreport_to: none\n";

describeRule("predict-with-generate-sft-only", {
  silent: { sft: "predict_with_generate: true\nval_size: 0.1" },
  reports: { rm: "predict_with_generate: true\nval_size: 0.1\nstage: rm" },
});
describeRule("neat-packing-sft-only", {
  silent: { sft: "neat_packing: true" },
  reports: { pt: "neat_packing: true\nstage: pt" },
});
describeRule("prompt-masking-sft-only", {
  silent: { sft: "mask_history: true" },
  reports: { kto: "train_on_prompt: true\nstage: kto", rm: { yaml: "mask_history: true\nstage: rm", line: 1 } },
});
describeRule("do-predict-needs-generate", {
  silent: { both: "do_predict: true\npredict_with_generate: true\nval_size: 0.1" },
  reports: { "do_predict alone": "do_predict: true\nval_size: 0.1" },
});
describeRule("rm-ppo-no-load-best", {
  silent: { dpo: "load_best_model_at_end: true\nstage: dpo\neval_strategy: steps\nval_size: 0.1" },
  reports: { rm: "load_best_model_at_end: true\nstage: rm\neval_strategy: steps\nval_size: 0.1" },
});
describeRule("ppo-train-only", { silent: { training: ppo }, reports: { "no training": `${ppo}do_train: false` } });
describeRule("ppo-no-shift-attn", { silent: { "without it": ppo }, reports: { "with it": `${ppo}shift_attn: true` } });
describeRule("ppo-kt-no-lora-reward", {
  silent: { "a full reward model": `${ppo}use_kt: true\nreward_model_type: full` },
  reports: { "the default": `${ppo}use_kt: true` },
});
describeRule("ppo-unsloth-no-lora-reward", {
  silent: { "a full reward model": `${ppo}use_unsloth: true\nreward_model_type: full` },
  reports: { "the default": `${ppo}use_unsloth: true` },
});
describeRule("ppo-loggers", {
  silent: {
    "known trackers": `${ppo.replace("none", "[wandb, trackio]")}run_name: r`,
    "transformers 5, whose default is none": {
      yaml: "stage: ppo\nreward_model: r",
      environment: { reporters: ["swanlab"], transformers: "5" },
    },
  },
  reports: {
    "an unknown one": ppo.replace("none", "mlflow"),
    "everything installed, the default of transformers 4": {
      yaml: "stage: ppo\nreward_model: r",
      environment: { reporters: ["tensorboard", "swanlab"] },
    },
  },
});
describeRule("multi-gpu-needs-launcher", {
  silent: { torchrun: torchrun("") },
  reports: { "one process, four GPUs": { yaml: "", environment: { launch: "python-multi", gpus: 4 } } },
});
describeRule("deepspeed-needs-torchrun", {
  silent: { torchrun: zero2("") },
  reports: { "a plain launch": { yaml: "deepspeed: ds_z2_config.json", line: 1 } },
});
describeRule("streaming-needs-max-steps", {
  silent: { "a number of steps": "streaming: true\nmax_steps: 1000" },
  reports: { none: "streaming: true" },
});
describeRule("do-train-needs-dataset", {
  silent: { "no training": "-dataset\ndo_train: false" },
  reports: { "training without data": "-dataset", "an empty value": "dataset: null" },
});
describeRule("eval-needs-data", {
  silent: { "a split": "do_eval: true\nval_size: 0.05", "a dataset": "eval_strategy: steps\neval_dataset: e" },
  reports: {
    "do_eval alone": "do_eval: true",
    "eval_strategy alone": { yaml: "eval_strategy: epoch", line: 1 },
    predicting: "predict_with_generate: true",
  },
});
describeRule("predict-no-zero3", {
  silent: { "ZeRO-2": zero2("predict_with_generate: true\nval_size: 0.1") },
  reports: { "ZeRO-3": zero3("predict_with_generate: true\nval_size: 0.1") },
});
describeRule("predict-or-accuracy", {
  silent: { "the accuracy alone": "compute_accuracy: true\nval_size: 0.1" },
  reports: { both: "compute_accuracy: true\npredict_with_generate: true\nval_size: 0.1" },
});
describeRule("train-no-quantization-device-map", {
  silent: { "the default": "quantization_bit: 4" },
  reports: { auto: "quantization_bit: 4\nquantization_device_map: auto" },
});
describeRule("pissa-no-zero3", {
  silent: { "ZeRO-2": zero2("pissa_init: true") },
  reports: { "ZeRO-3": zero3("pissa_init: true") },
});
describeRule("pure-bf16-device", {
  silent: { "a device that can": `${full}pure_bf16: true\nbf16: false` },
  reports: { "one that cannot": { yaml: `${full}pure_bf16: true\nbf16: false`, environment: { bf16: false } } },
});
describeRule("pure-bf16-no-zero3", {
  silent: { "ZeRO-2": zero2(`${full}pure_bf16: true`) },
  reports: { "ZeRO-3": zero3(`${full}pure_bf16: true`) },
});
for (const name of ["galore", "apollo"]) {
  describeRule(`layerwise-${name}-single-process`, {
    silent: { "one process": `${full}use_${name}: true\n${name}_layerwise: true` },
    reports: { torchrun: torchrun(`${full}use_${name}: true\n${name}_layerwise: true`) },
  });
  describeRule(`layerwise-${name}-no-accumulation`, {
    silent: { "no accumulation": `${full}use_${name}: true\n${name}_layerwise: true\ngradient_accumulation_steps: 1` },
    reports: { accumulation: `${full}use_${name}: true\n${name}_layerwise: true\ngradient_accumulation_steps: 8` },
  });
  describeRule(`layerwise-${name}-grad-norm`, {
    silent: { "not layer-wise": `${full}use_${name}: true` },
    reports: { "layer-wise": `${full}use_${name}: true\n${name}_layerwise: true` },
  });
  describeRule(`${name}-optim`, {
    silent: { adamw_torch: `${full}use_${name}: true\noptim: adamw_torch` },
    reports: { "the fused one": `${full}use_${name}: true\noptim: adamw_torch_fused` },
  });
}
describeRule("ratio-badam-single-process", {
  silent: { "one process": `${full}use_badam: true\nbadam_mode: ratio` },
  reports: { torchrun: torchrun(`${full}use_badam: true\nbadam_mode: ratio`) },
});
describeRule("layer-badam-distributed-zero3", {
  silent: { "one process": `${full}use_badam: true`, "ZeRO-3": zero3(`${full}use_badam: true`) },
  reports: { "torchrun alone": torchrun(`${full}use_badam: true`) },
});
describeRule("galore-apollo-no-deepspeed", {
  silent: { "no DeepSpeed": `${full}use_galore: true` },
  reports: { DeepSpeed: zero2(`${full}use_galore: true`) },
});
describeRule("fp8-no-quantization", {
  silent: { "fp8 alone": "fp8: true" },
  reports: { both: "fp8: true\nquantization_bit: 4" },
});
describeRule("train-backend-huggingface", {
  silent: { huggingface: "infer_backend: huggingface" },
  reports: { vllm: "infer_backend: vllm" },
});
describeRule("unsloth-no-zero3", {
  silent: { "ZeRO-2": zero2("use_unsloth: true") },
  reports: { "ZeRO-3": zero3("use_unsloth: true") },
});
describeRule("kt-no-zero3", {
  silent: { "ZeRO-2": zero2("use_kt: true") },
  reports: { "ZeRO-3": zero3("use_kt: true") },
});
describeRule("adapter-needs-lora", {
  silent: { lora: "adapter_name_or_path: out/a" },
  reports: { full: `${full}adapter_name_or_path: out/a`, oft: "finetuning_type: oft\nadapter_name_or_path: out/a" },
});
describeRule("quantization-needs-lora-or-oft", {
  silent: { oft: "finetuning_type: oft\nquantization_bit: 4", "a null": `${full}quantization_bit: null` },
  reports: { full: `${full}quantization_bit: 4` },
});
describeRule("quantization-no-pissa-init", {
  silent: { "PiSSA alone": "pissa_init: true" },
  reports: { both: "pissa_init: true\nquantization_bit: 4" },
});
describeRule("quantization-no-resize-vocab", {
  silent: { "resizing alone": "resize_vocab: true" },
  reports: { both: "resize_vocab: true\nquantization_bit: 4" },
});
describeRule("quantization-no-new-adapter", {
  silent: { "no adapter yet": "create_new_adapter: true\nquantization_bit: 4" },
  reports: { "upon an adapter": "create_new_adapter: true\nquantization_bit: 4\nadapter_name_or_path: a" },
});
describeRule("quantization-single-adapter", {
  silent: { one: "quantization_bit: 4\nadapter_name_or_path: a" },
  reports: { two: "quantization_bit: 4\nadapter_name_or_path: a,b" },
});
describeRule("trackio-needs-project", {
  silent: { "the default project": "report_to: trackio\nrun_name: r" },
  reports: { "no project": "report_to: trackio\nproject: null" },
});
describeRule("trackio-space-format", {
  silent: { "org/space": "report_to: trackio\ntrackio_space_id: a/b" },
  reports: { "no organisation": "report_to: trackio\ntrackio_space_id: b" },
});
describeRule("trackio-run-name-advice", {
  silent: { "a name": "report_to: trackio\nrun_name: r" },
  reports: { none: "report_to: trackio" },
});
describeRule("mca-forces-generation-args", {
  silent: { "no Megatron": "predict_with_generate: true\nval_size: 0.1" },
  reports: {
    Megatron: { yaml: "predict_with_generate: true\nval_size: 0.1", environment: { vars: { USE_MCA: "1" } } },
  },
});
describeRule("use-mca-key-ignored", { silent: { false: "use_mca: false" }, reports: { true: "use_mca: true" } });
describeRule("fp8-all-gather-needs-fp8", {
  silent: { both: "fp8: true\nfp8_enable_fsdp_float8_all_gather: true" },
  reports: { "the gather alone": "fp8_enable_fsdp_float8_all_gather: true" },
});
describeRule("resize-vocab-additional-target", {
  silent: { "with modules": "resize_vocab: true\nadditional_target: embed_tokens,lm_head" },
  reports: { without: "resize_vocab: true" },
});
describeRule("quantized-training-upcast-layernorm", {
  silent: { upcast: "quantization_bit: 4\nupcast_layernorm: true" },
  reports: { "not upcast": "quantization_bit: 4" },
});
describeRule("mixed-precision-advice", { silent: { bf16: "bf16: true" }, reports: { neither: "bf16: false" } });
describeRule("galore-apollo-pure-bf16-advice", {
  silent: { "pure bf16": `${full}use_apollo: true\npure_bf16: true` },
  reports: { mixed: `${full}use_apollo: true` },
});
describeRule("quantized-evaluation-scores", {
  silent: { training: "quantization_bit: 4" },
  reports: { evaluating: "quantization_bit: 4\ndo_train: false\ndo_eval: true\nval_size: 0.1" },
});
describeRule("dpo-evaluation-ref-model", {
  silent: { "a reference": "stage: dpo\ndo_train: false\nref_model: r" },
  reports: { none: "stage: dpo\ndo_train: false" },
});
describeRule("generation-beams-from-eval-beams", {
  silent: { "one of them": "eval_num_beams: 4" },
  reports: { both: { yaml: "eval_num_beams: 4\ngeneration_num_beams: 2", line: 2 } },
});
describeRule("keep-unused-columns", {
  silent: { false: "remove_unused_columns: false" },
  reports: { true: "remove_unused_columns: true" },
});
describeRule("swanlab-not-twice", {
  silent: { "one way": "report_to: swanlab" },
  reports: { both: "report_to: swanlab\nuse_swanlab: true" },
});
describeRule("rm-ppo-full-no-resume", {
  silent: { lora: "stage: rm\nresume_from_checkpoint: c" },
  reports: { full: `${full}stage: rm\nresume_from_checkpoint: c` },
});
describeRule("rm-ppo-lora-resume-adapter", {
  silent: { sft: "resume_from_checkpoint: c" },
  reports: { rm: "stage: rm\nresume_from_checkpoint: c" },
});
const folder = (name: string, yaml = ""): Situation => ({ yaml, environment: { files: { [`out/run1/${name}`]: "" } } });
describeRule("output-dir-not-empty", {
  silent: {
    "a checkpoint": folder("checkpoint-40/x"),
    overwriting: folder("model.safetensors", "overwrite_output_dir: true"),
  },
  reports: { weights: folder("model.safetensors") },
});
describeRule("auto-resume-last-checkpoint", {
  silent: { overwriting: folder("checkpoint-40/x", "overwrite_output_dir: true") },
  reports: { "a checkpoint": folder("checkpoint-40/x") },
});
describeRule("vllm-sft-only", {
  silent: { sft: infer("infer_backend: vllm") },
  reports: { rm: infer("infer_backend: vllm\nstage: rm") },
});
describeRule("vllm-no-on-the-fly-quantization", {
  silent: { "an AWQ model": infer("infer_backend: vllm\nquantization_method: awq") },
  reports: { bits: infer("infer_backend: vllm\nquantization_bit: 4") },
});
describeRule("vllm-no-rope-scaling", {
  silent: { huggingface: infer("rope_scaling: yarn") },
  reports: { vllm: infer("infer_backend: vllm\nrope_scaling: yarn") },
});
describeRule("vllm-single-adapter", {
  silent: { "sglang, which is not asked": infer("infer_backend: sglang\nadapter_name_or_path: a,b") },
  reports: { two: infer("infer_backend: vllm\nadapter_name_or_path: a,b") },
});
describeRule("eval-backend-huggingface", {
  silent: { huggingface: { yaml: "infer_backend: huggingface", command: "eval" } },
  reports: { vllm: { yaml: "infer_backend: vllm", command: "eval" } },
});
describeRule("eval-command-disabled", {
  silent: { training: "" },
  reports: { evaluating: { yaml: "", command: "eval" } },
});
describeRule("export-needs-dir", {
  silent: { "a folder": exports("") },
  reports: { none: exports("export_dir: null") },
});
describeRule("export-quantize-after-merge", {
  silent: { "merging alone": exports("adapter_name_or_path: a") },
  reports: { both: exports("adapter_name_or_path: a\nexport_quantization_bit: 4\nexport_quantization_dataset: d") },
});
describeRule("stage-valid", {
  silent: { kto: "stage: kto", "chatting, which does not look at it": infer("stage: rlhf") },
  reports: { simpo: { yaml: "stage: simpo", line: 1 }, "an empty value": "stage: null" },
});
for (const [rule, yaml, name, command] of [
  ["kt-packages", "use_kt: true", "kt-kernel", "train"],
  ["unsloth-package", "use_unsloth: true", "unsloth", "train"],
  ["liger-package", "enable_liger_kernel: true", "liger-kernel", "train"],
  ["mod-package", "mixture_of_depths: convert", "mixture-of-depth", "train"],
  ["vllm-package", "infer_backend: vllm", "vllm", "infer"],
  ["sglang-package", "infer_backend: sglang", "sglang", "infer"],
  ["galore-package", `${full}use_galore: true`, "galore_torch", "train"],
  ["apollo-package", `${full}use_apollo: true`, "apollo_torch", "train"],
  ["badam-package", `${full}use_badam: true`, "badam", "train"],
  ["adam-mini-package", `${full}use_adam_mini: true`, "adam-mini", "train"],
  ["swanlab-package", "use_swanlab: true", "swanlab", "train"],
  ["plot-loss-package", "plot_loss: true", "matplotlib", "train"],
  ["deepspeed-package", "deepspeed: ds_z2.json", "deepspeed", "train"],
  ["predict-packages", "predict_with_generate: true\nval_size: 0.1", "jieba", "train"],
  ["hyper-parallel-package", `${full}use_hyper_parallel: true`, "hyper_parallel", "train"],
  ["bnb-package-8bit", "quantization_bit: 8", "bitsandbytes", "train"],
  ["bnb-package-4bit", "quantization_bit: 4", "bitsandbytes", "train"],
  ["hqq-package", "quantization_bit: 4\nquantization_method: hqq", "hqq", "train"],
  ["eetq-package", "quantization_bit: 8\nquantization_method: eetq", "eetq", "train"],
  ["export-quantization-packages", "export_quantization_bit: 4\nexport_quantization_dataset: d", "optimum", "export"],
  ["ptq-gptq-package", "model_name_or_path: acme/tiny-GPTQ-Int4", "gptqmodel", "train"],
  ["ptq-awq-package", "model_name_or_path: acme/tiny-AWQ", "autoawq", "train"],
  ["ptq-aqlm-package", "model_name_or_path: acme/tiny-AQLM-2Bit", "aqlm", "train"],
] as const) {
  describeRule(rule, {
    silent: { "the package installed": { yaml, command } },
    reports: { "the package missing": { yaml, command, environment: { missing: [name] } } },
  });
}
