import type { Architecture } from "@/lib/calculators/architecture";
import type { LoraSettings } from "@/lib/calculators/lora";
import type {
  MemoryMethod,
  MemoryOptimizer,
  MemorySettings,
  Quantization,
  Sharding,
} from "@/lib/calculators/vram-settings";
import type { Environment } from "../environment";
import { asNames, asNumber, asWhole, isOn, type ReadValue } from "./values";

const OPTIMIZERS: Readonly<Record<string, MemoryOptimizer>> = {
  adamw_torch: "adamw_torch",
  adamw_torch_fused: "adamw_torch_fused",
  adamw_8bit: "adamw_8bit",
  adamw_bnb_8bit: "adamw_8bit",
  paged_adamw_8bit: "paged_adamw_8bit",
  adafactor: "adafactor",
  sgd: "sgd",
};

const STAGES = ["pt", "sft", "rm", "dpo", "kto"] as const;

/** What `lora_target` and its neighbours mean to the calculators. */
export function loraSettings(value: ReadValue): LoraSettings | null {
  const rank = asWhole(value("lora_rank"));
  const targets = asNames(value("lora_target"));
  if (rank === null || rank < 1 || targets.length === 0) return null;
  const additionalTargets = asNames(value("additional_target"));
  return {
    rank,
    targets: targets.includes("all") ? "all" : targets,
    dora: isOn(value("use_dora")),
    ...(additionalTargets.length > 0 ? { additionalTargets } : {}),
    visionTower: !isOn(value("freeze_vision_tower")),
  };
}

/** The settings of the memory estimate; null where it does not cover this configuration. */
export function memorySettings(
  value: ReadValue,
  model: Architecture,
  environment: Environment,
  cardGiB: number | undefined,
): MemorySettings | null {
  const stage = STAGES.find((known) => known === value("stage"));
  const method = methodOf(value);
  const quantization = quantizationOf(value);
  const optimizer = optimizerOf(value);
  const batch = asWhole(value("per_device_train_batch_size"));
  const accumulation = asWhole(value("gradient_accumulation_steps"));
  const cutoffLen = asWhole(value("cutoff_len"));
  if (!stage || !method || !quantization || !optimizer) return null;
  if (batch === null || batch < 1 || accumulation === null || accumulation < 1 || cutoffLen === null || cutoffLen < 1)
    return null;
  const { sharding, offload } = shardingOf(value, environment);
  const projectionRank = asWhole(value(optimizer === "apollo" ? "apollo_rank" : "galore_rank"));
  return {
    model,
    stage,
    method,
    quantization,
    optimizer,
    batch,
    accumulation,
    cutoffLen,
    ...(quantization === "4bit" ? { doubleQuantization: isOn(value("double_quantization")) } : {}),
    ...(projectionRank === null ? {} : { projectionRank }),
    precision: isOn(value("pure_bf16"))
      ? "pure_bf16"
      : isOn(value("bf16"))
        ? "bf16"
        : isOn(value("fp16"))
          ? "fp16"
          : "fp32",
    lengths: isPacked(value) ? "constant" : "varied",
    checkpointing: isOn(value("disable_gradient_checkpointing"))
      ? "off"
      : isOn(value("use_unsloth_gc"))
        ? "offloaded"
        : "on",
    attention: value("flash_attn") === "disabled" ? "eager" : "fused",
    liger: isOn(value("enable_liger_kernel")),
    gpus: worldSize(environment),
    sharding,
    ...(offload ? { offload } : {}),
    ...(cardGiB === undefined ? {} : { cardGiB }),
  };
}

export const isPacked = (value: ReadValue) =>
  isOn(value("packing")) || isOn(value("neat_packing")) || (value("stage") === "pt" && value("packing") === null);

export const worldSize = ({ worldSize: processes, gpus }: Environment) => Math.max(1, processes ?? gpus ?? 1);

function methodOf(value: ReadValue): MemoryMethod | null {
  switch (value("finetuning_type")) {
    case "full":
      return { kind: "full" };
    case "freeze": {
      const layers = asNumber(value("freeze_trainable_layers"));
      return layers === null ? null : { kind: "freeze", layers: Math.abs(layers) };
    }
    case "lora": {
      const lora = loraSettings(value);
      return lora && { kind: "lora", lora };
    }
    default:
      return null;
  }
}

function quantizationOf(value: ReadValue): Quantization | null {
  const bits = value("quantization_bit");
  if (bits === null) return /int4|awq|4bit/i.test(String(value("model_name_or_path"))) ? "4bit" : "none";
  return ({ 8: "8bit", 4: "4bit", 2: "2bit" } as const)[Number(bits)] ?? null;
}

function optimizerOf(value: ReadValue): MemoryOptimizer | null {
  if (isOn(value("use_galore"))) return "galore";
  if (isOn(value("use_apollo"))) return "apollo";
  if (isOn(value("use_badam"))) return "badam";
  if (isOn(value("use_adam_mini")) || isOn(value("use_muon"))) return null;
  return OPTIMIZERS[String(value("optim"))] ?? null;
}

function shardingOf(value: ReadValue, environment: Environment): { sharding: Sharding; offload?: "optimizer" | "all" } {
  if (environment.fsdp || isOn(value("fsdp"))) return { sharding: "fsdp" };
  const config = value("deepspeed");
  if (!isOn(config)) return { sharding: "none" };
  const name = typeof config === "string" ? (config.split("/").at(-1) ?? "") : "";
  const stage =
    environment.zero ?? stageWritten(config) ?? Number(/(?:z(?:e?ro)?|stage)[-_]?([0-3])(?!\d)/i.exec(name)?.[1] ?? 0);
  const offloads = /offload/i.test(name);
  return {
    sharding: (["none", "zero1", "zero2", "zero3"] as const)[stage] ?? "none",
    ...(offloads ? { offload: stage === 3 ? ("all" as const) : ("optimizer" as const) } : {}),
  };
}

function stageWritten(config: unknown): number | undefined {
  if (config === null || typeof config !== "object") return undefined;
  const section = (config as Record<string, unknown>).zero_optimization;
  const stage = section && typeof section === "object" ? (section as Record<string, unknown>).stage : undefined;
  return typeof stage === "number" ? stage : undefined;
}
