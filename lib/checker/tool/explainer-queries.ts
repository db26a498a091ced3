/** Where the explainers take over a checked configuration: their states as their query strings write them. */

import type { ModelArchitecture } from "@/lib/calculators/models";
import type { MemorySettings } from "@/lib/calculators/vram-settings";
import { type LoraState, lora } from "@/lib/explainers/lora";
import { type MemoryState, memory } from "@/lib/explainers/memory";
import { queryText } from "@/lib/explainers/url-state";
import { isPacked } from "./memory";
import { asNames, asWhole, isOn, type ReadValue } from "./values";

export interface ExplainerQueries {
  readonly "run-planner": string;
  /** Null where the estimate does not cover the configuration, or the explainer's list lacks its model. */
  readonly memory: string | null;
  readonly lora: string | null;
}

const plannerKeys = [
  "val_size",
  "cutoff_len",
  "per_device_train_batch_size",
  "gradient_accumulation_steps",
  "num_train_epochs",
  "warmup_steps",
  "warmup_ratio",
  "save_strategy",
  "save_steps",
  "save_total_limit",
  "eval_strategy",
  "eval_steps",
] as const;

export function plannerQuery(value: ReadValue, gpus: number, samples: number | undefined): string {
  const query = new URLSearchParams();
  if (samples !== undefined) query.set("samples", String(samples));
  if (isOn(value("streaming"))) query.set("streaming", "1");
  if (isPacked(value)) query.set("packing", "1");
  if (gpus !== 1) query.set("gpus", String(gpus));
  const maxSteps = asWhole(value("max_steps")) ?? 0;
  if (maxSteps > 0) query.set("max_steps", String(maxSteps));
  if (isOn(value("dataloader_drop_last"))) query.set("dataloader_drop_last", "1");
  for (const key of plannerKeys) {
    const own = value(key);
    if (typeof own === "string" || typeof own === "number") query.set(key, String(own));
  }
  return `?${query}`;
}

export function memoryQuery(settings: MemorySettings | null, model: ModelArchitecture | undefined): string | null {
  if (settings === null || model === undefined) return null;
  const { method, batch, accumulation, cutoffLen, liger, cardGiB, projectionRank, doubleQuantization } = settings;
  const { defaults } = memory;
  const state: MemoryState = {
    ...defaults,
    model: model.id,
    stage: settings.stage ?? defaults.stage,
    finetuning_type: method.kind,
    ...(method.kind === "lora" && {
      lora_rank: method.lora.rank,
      lora_target: method.lora.targets === "all" ? "all" : method.lora.targets.join(","),
      use_dora: method.lora.dora ?? false,
    }),
    ...(method.kind === "freeze" && { freeze_trainable_layers: method.layers }),
    precision: settings.precision,
    quantization: settings.quantization,
    double_quantization: doubleQuantization ?? defaults.double_quantization,
    optim: settings.optimizer,
    projection_rank: projectionRank ?? defaults.projection_rank,
    per_device_train_batch_size: batch,
    gradient_accumulation_steps: accumulation,
    cutoff_len: cutoffLen,
    lengths: settings.lengths,
    checkpointing: settings.checkpointing,
    attention: settings.attention,
    enable_liger_kernel: liger,
    gpus: settings.gpus,
    sharding: settings.sharding,
    offload: settings.offload ?? "none",
    card: cardGiB ?? defaults.card,
  };
  return queryText(memory.serialize(state));
}

export function loraQuery(value: ReadValue, model: ModelArchitecture | undefined): string | null {
  const rank = asWhole(value("lora_rank"));
  if (value("finetuning_type") !== "lora" || model === undefined || rank === null || rank < 1) return null;
  const state: LoraState = {
    ...lora.defaults,
    model: model.id,
    lora_rank: rank,
    lora_alpha: asWhole(value("lora_alpha")) ?? 0,
    lora_target: asNames(value("lora_target")).join(","),
    additional_target: asNames(value("additional_target")).join(","),
    use_dora: isOn(value("use_dora")),
    use_rslora: isOn(value("use_rslora")),
    pissa_init: isOn(value("pissa_init")),
    pure_bf16: isOn(value("pure_bf16")),
    freeze_vision_tower: isOn(value("freeze_vision_tower")),
  };
  return queryText(lora.serialize(state));
}
