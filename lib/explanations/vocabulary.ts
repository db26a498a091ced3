/** The controlled vocabularies of meta.yaml and of the fixed sections. */

import type { Bilingual } from "@/lib/i18n/languages";

export const levels = ["essential", "common", "advanced", "expert"] as const;
export type Level = (typeof levels)[number];

export const stageIds = ["pt", "sft", "rm", "ppo", "dpo", "kto"] as const;

export const effectDirections = ["up", "down", "none", "depends"] as const;
export type EffectDirection = (typeof effectDirections)[number];

export const topicIds = [
  "stages",
  "finetuning-types",
  "lora",
  "quantization",
  "compute-types",
  "optimizers",
  "lr-schedulers",
  "batching",
  "acceleration",
  "distributed",
  "data-template",
  "multimodal",
  "rlhf",
  "evaluation",
  "checkpoints",
  "monitoring",
  "inference-export",
] as const;

export const frameworks = [
  "peft",
  "trl",
  "axolotl",
  "unsloth",
  "ms-swift",
  "transformers",
  "deepspeed",
  "bitsandbytes",
  "vllm",
  "sglang",
  "megatron",
  "llama-board",
] as const;

export const unitNames = {
  tokens: { zh: "token", en: "tokens" },
  steps: { zh: "步", en: "steps" },
  epochs: { zh: "轮", en: "epochs" },
  samples: { zh: "条样本", en: "samples" },
  layers: { zh: "层", en: "layers" },
  bits: { zh: "位", en: "bits" },
  bytes: { zh: "字节", en: "bytes" },
  pixels: { zh: "像素（面积）", en: "pixels (area)" },
  seconds: { zh: "秒", en: "seconds" },
  minutes: { zh: "分钟", en: "minutes" },
  processes: { zh: "个进程", en: "processes" },
  threads: { zh: "个线程", en: "threads" },
  gpus: { zh: "张卡", en: "GPUs" },
  percent: { zh: "百分比", en: "percent" },
  ratio: { zh: "比例", en: "ratio" },
  evaluations: { zh: "次评估", en: "evaluations" },
  rank: { zh: "秩", en: "rank" },
  frames: { zh: "帧", en: "frames" },
  fps: { zh: "帧/秒", en: "frames per second" },
  heads: { zh: "个头", en: "heads" },
  gib: { zh: "GiB", en: "GiB" },
} satisfies Record<string, Bilingual>;

/** Sections of a parameter's explanation, in order; `depth` says which levels must have them. */
export const parameterSections = [
  { id: "what", title: { zh: "作用", en: "What it does" }, depth: "all" },
  { id: "principle", title: { zh: "原理", en: "Principle" }, depth: "in-depth" },
  { id: "choosing", title: { zh: "怎么选", en: "How to choose" }, depth: "all" },
  { id: "conditions", title: { zh: "生效条件与冲突", en: "Conditions and conflicts" }, depth: "all" },
  { id: "pitfalls", title: { zh: "常见坑", en: "Pitfalls" }, depth: "in-depth" },
  { id: "example", title: { zh: "示例", en: "Example" }, depth: "all" },
] as const satisfies readonly { id: string; title: Bilingual; depth: "all" | "in-depth" }[];

export function isInDepth(level: Level): boolean {
  return level === "essential" || level === "common";
}
