import type { Language } from "./language";

/** What a check would need to know and cannot, because it sees the configuration only. */
export type Unknowable = "model" | "data" | "tokenizer" | "device" | "cluster" | "environment";

export interface NotCheckable {
  readonly needs: Unknowable;
  readonly reason: Readonly<Record<Language, string>>;
}

/** Upstream's rules that have no file in rules/, each with its reason. */
export const NOT_CHECKABLE: Readonly<Record<string, NotCheckable>> = {
  "kt-settings-to-accelerate": {
    needs: "environment",
    reason: {
      en: "KTransformers hands these settings to accelerate through environment variables; nothing in the configuration can be wrong by it.",
      zh: "KTransformers 通过环境变量把这些设置交给 accelerate；配置本身不会因此出错。",
    },
  },
  "dpo-reference-model-use": {
    needs: "environment",
    reason: {
      en: "An internal value; the rules that depend on it compute it themselves.",
      zh: "内部值；依赖它的规则会自行计算。",
    },
  },
  "npu-compile-mode": {
    needs: "device",
    reason: { en: "Only on Ascend NPUs, and set by upstream for itself.", zh: "仅在昇腾 NPU 上，由上游自行设置。" },
  },
  "npu-vllm-spawn": {
    needs: "device",
    reason: { en: "Only on Ascend NPUs, and set by upstream for itself.", zh: "仅在昇腾 NPU 上，由上游自行设置。" },
  },
  "mca-forces-torchrun": {
    needs: "environment",
    reason: {
      en: "The launcher's own choice; the environment of the check takes it into account.",
      zh: "由启动器决定；检查时的环境假定已经考虑。",
    },
  },
  "several-devices-use-torchrun": {
    needs: "environment",
    reason: {
      en: "The launcher's own choice; the environment of the check takes it into account.",
      zh: "由启动器决定；检查时的环境假定已经考虑。",
    },
  },
  "freeze-llama-pro-divides-layers": {
    needs: "model",
    reason: { en: "Needs the model's number of layers.", zh: "需要知道模型的层数。" },
  },
  "lora-llama-pro-divides-layers": {
    needs: "model",
    reason: { en: "Needs the model's number of layers.", zh: "需要知道模型的层数。" },
  },
  "freeze-module-exists": {
    needs: "model",
    reason: { en: "Needs the names of the model's modules.", zh: "需要知道模型的模块名。" },
  },
  "freeze-extra-module-exists": {
    needs: "model",
    reason: { en: "Needs the names of the model's modules.", zh: "需要知道模型的模块名。" },
  },
  "gradient-checkpointing-unsupported": {
    needs: "model",
    reason: { en: "Needs the model's class.", zh: "需要知道模型的类。" },
  },
  "gpt-oss-fa3": {
    needs: "model",
    reason: { en: "Needs the model's type.", zh: "需要知道模型的类型。" },
  },
  "gemma2-fa2": {
    needs: "model",
    reason: { en: "Needs the model's type.", zh: "需要知道模型的类型。" },
  },
  "gemma2-eager-fallback": {
    needs: "model",
    reason: { en: "Needs the model's type.", zh: "需要知道模型的类型。" },
  },
  "gemma2-no-sdpa": {
    needs: "model",
    reason: { en: "Needs the model's type.", zh: "需要知道模型的类型。" },
  },
  "youtu-eager": {
    needs: "model",
    reason: { en: "Needs the model's type.", zh: "需要知道模型的类型。" },
  },
  "export-quantization-no-chatglm": {
    needs: "model",
    reason: { en: "Needs the model's type.", zh: "需要知道模型的类型。" },
  },
  "mod-model-types": {
    needs: "model",
    reason: { en: "Needs the model's type.", zh: "需要知道模型的类型。" },
  },
  "liger-unsupported-model": {
    needs: "model",
    reason: { en: "Needs the model's type.", zh: "需要知道模型的类型。" },
  },
  "torch29-conv3d": {
    needs: "model",
    reason: { en: "Needs the model's layers and the version of torch.", zh: "需要知道模型的层和 torch 版本。" },
  },
  "unsloth-model-type": {
    needs: "model",
    reason: { en: "Needs the model's type.", zh: "需要知道模型的类型。" },
  },
  "unsloth-model-type-fallback": {
    needs: "model",
    reason: { en: "Needs the model's type.", zh: "需要知道模型的类型。" },
  },
  "mca-model-types": {
    needs: "model",
    reason: { en: "Needs the model's type.", zh: "需要知道模型的类型。" },
  },
  "neat-packing-fa2-models": {
    needs: "model",
    reason: { en: "Needs the model's type.", zh: "需要知道模型的类型。" },
  },
  "template-missing-empty": {
    needs: "tokenizer",
    reason: {
      en: "Told together with template-missing-from-tokenizer; which of the two happens needs the tokenizer.",
      zh: "与 template-missing-from-tokenizer 一并提示；具体是哪一种要看分词器。",
    },
  },
  "no-valid-samples": {
    needs: "data",
    reason: { en: "Needs the data itself.", zh: "需要数据本身。" },
  },
  "ray-workers-fit-cluster": {
    needs: "cluster",
    reason: { en: "Needs the Ray cluster.", zh: "需要 Ray 集群的情况。" },
  },
  "ray-master-addr-alive": {
    needs: "cluster",
    reason: { en: "Needs the Ray cluster.", zh: "需要 Ray 集群的情况。" },
  },
};
