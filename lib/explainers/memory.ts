/** GPU memory of a run: state, view and YAML. The estimate is in lib/calculators/vram.ts. */

import { parameterCount } from "@/lib/calculators/parameter-count";
import { estimateMemory, type MemoryEstimate, type MemoryParts } from "@/lib/calculators/vram";
import { batchTokens } from "@/lib/calculators/vram-activations";
import type { MemoryMethod, MemoryOptimizer, MemorySettings } from "@/lib/calculators/vram-settings";
import { trainedParameters } from "@/lib/calculators/vram-states";
import { type FitPlan, fitSuggestions } from "@/lib/calculators/vram-suggestions";
import { formatCount, formatSignificant } from "./format";
import { defaultModel, type ModelState, modelFields, type NamedModel, ownModel, resolveModel } from "./model-choice";
import { choice, defineState, flag, number, text } from "./url-state";
import { toYamlText } from "./yaml";

export const methods = ["lora", "full", "freeze"] as const;
export const precisions = ["bf16", "fp16", "pure_bf16", "fp32"] as const;
export const quantizations = ["none", "8bit", "4bit", "2bit"] as const;
export const optimizers = [
  "adamw_torch",
  "adamw_torch_fused",
  "adamw_8bit",
  "paged_adamw_8bit",
  "adafactor",
  "sgd",
  "galore",
  "apollo",
  "badam",
] as const satisfies readonly MemoryOptimizer[];
export const lengthKinds = ["varied", "constant", "short"] as const;
export const checkpointings = ["on", "offloaded", "off"] as const;
export const attentions = ["fused", "eager"] as const;
export const stages = ["sft", "pt", "rm", "dpo", "kto"] as const;
export const shardings = ["none", "zero1", "zero2", "zero3", "fsdp", "layer-split"] as const;
export const offloads = ["none", "optimizer", "all"] as const;

export interface MemoryState extends ModelState {
  readonly stage: (typeof stages)[number];
  readonly finetuning_type: (typeof methods)[number];
  readonly lora_rank: number;
  readonly lora_target: string;
  readonly use_dora: boolean;
  readonly freeze_trainable_layers: number;
  readonly precision: (typeof precisions)[number];
  readonly quantization: (typeof quantizations)[number];
  readonly double_quantization: boolean;
  readonly optim: (typeof optimizers)[number];
  /** `galore_rank` or `apollo_rank` */
  readonly projection_rank: number;
  readonly per_device_train_batch_size: number;
  readonly gradient_accumulation_steps: number;
  readonly cutoff_len: number;
  readonly lengths: (typeof lengthKinds)[number];
  readonly checkpointing: (typeof checkpointings)[number];
  readonly attention: (typeof attentions)[number];
  readonly enable_liger_kernel: boolean;
  readonly expandable_segments: boolean;
  readonly gpus: number;
  readonly sharding: (typeof shardings)[number];
  readonly offload: (typeof offloads)[number];
  /** Memory of one GPU, GiB. */
  readonly card: number;
}

export const limits = {
  lora_rank: { min: 1, max: 4096 },
  freeze_trainable_layers: { min: 1, max: 512 },
  projection_rank: { min: 1, max: 8192 },
  per_device_train_batch_size: { min: 1, max: 1024 },
  gradient_accumulation_steps: { min: 1, max: 4096 },
  cutoff_len: { min: 16, max: 1_048_576 },
  gpus: { min: 1, max: 4096 },
  card: { min: 1, max: 1024 },
} as const;

const whole = <K extends keyof typeof limits>(key: K) => number({ ...limits[key], whole: true });

export const memory = defineState<MemoryState>(
  {
    ...defaultModel,
    stage: "sft",
    finetuning_type: "lora",
    lora_rank: 8,
    lora_target: "all",
    use_dora: false,
    freeze_trainable_layers: 2,
    precision: "bf16",
    quantization: "none",
    double_quantization: true,
    optim: "adamw_torch_fused",
    projection_rank: 16,
    per_device_train_batch_size: 1,
    gradient_accumulation_steps: 8,
    cutoff_len: 2048,
    lengths: "varied",
    checkpointing: "on",
    attention: "fused",
    enable_liger_kernel: false,
    expandable_segments: false,
    gpus: 1,
    sharding: "none",
    offload: "none",
    card: 24,
  },
  {
    ...modelFields,
    stage: choice(stages),
    finetuning_type: choice(methods),
    lora_rank: whole("lora_rank"),
    lora_target: text({ length: 200, allowed: /[\w,]/ }),
    use_dora: flag,
    freeze_trainable_layers: whole("freeze_trainable_layers"),
    precision: choice(precisions),
    quantization: choice(quantizations),
    double_quantization: flag,
    optim: choice(optimizers),
    projection_rank: whole("projection_rank"),
    per_device_train_batch_size: whole("per_device_train_batch_size"),
    gradient_accumulation_steps: whole("gradient_accumulation_steps"),
    cutoff_len: whole("cutoff_len"),
    lengths: choice(lengthKinds),
    checkpointing: choice(checkpointings),
    attention: choice(attentions),
    enable_liger_kernel: flag,
    expandable_segments: flag,
    gpus: whole("gpus"),
    sharding: choice(shardings),
    offload: choice(offloads),
    card: number(limits.card),
  },
);

function methodOf(state: MemoryState): MemoryMethod {
  switch (state.finetuning_type) {
    case "full":
      return { kind: "full" };
    case "freeze":
      return { kind: "freeze", layers: state.freeze_trainable_layers };
    case "lora": {
      const targets = state.lora_target.split(",").filter((name) => name !== "");
      return {
        kind: "lora",
        lora: {
          rank: state.lora_rank,
          targets: targets.length === 0 || targets.includes("all") ? "all" : targets,
          dora: state.use_dora,
        },
      };
    }
  }
}

export function memorySettings(state: MemoryState, model: NamedModel): MemorySettings {
  const shares = state.gpus > 1 || state.sharding.startsWith("zero");
  return {
    model,
    method: methodOf(state),
    precision: state.precision,
    quantization: state.quantization,
    doubleQuantization: state.double_quantization,
    optimizer: state.optim,
    projectionRank: state.projection_rank,
    batch: state.per_device_train_batch_size,
    accumulation: state.gradient_accumulation_steps,
    cutoffLen: state.cutoff_len,
    lengths: state.lengths,
    checkpointing: state.checkpointing,
    attention: state.attention,
    liger: state.enable_liger_kernel,
    stage: state.stage,
    gpus: state.gpus,
    sharding: shares ? state.sharding : "none",
    offload: state.sharding.startsWith("zero") ? state.offload : "none",
    expandableSegments: state.expandable_segments,
  };
}

/** What upstream refuses to start with, or what has no meaning. */
export type MemoryConflict =
  | "quantized-needs-lora"
  | "projection-needs-full"
  | "pure-bf16-without-zero3"
  | "projection-without-deepspeed";

function conflictsOf(state: MemoryState): MemoryConflict[] {
  const projects = state.optim === "galore" || state.optim === "apollo" || state.optim === "badam";
  const deepspeed = state.sharding.startsWith("zero");
  const found: (MemoryConflict | false)[] = [
    state.quantization !== "none" && state.finetuning_type !== "lora" && "quantized-needs-lora",
    projects && state.finetuning_type === "lora" && "projection-needs-full",
    state.precision === "pure_bf16" && state.sharding === "zero3" && "pure-bf16-without-zero3",
    (state.optim === "galore" || state.optim === "apollo") && deepspeed && "projection-without-deepspeed",
  ];
  return found.filter((conflict) => conflict !== false);
}

export const parts = [
  "weights",
  "gradients",
  "optimizer",
  "activations",
  "logits",
  "buffers",
  "overhead",
] as const satisfies readonly (keyof MemoryParts)[];
export type Part = (typeof parts)[number];

export interface PartRow {
  readonly part: Part;
  readonly bytes: number;
  /** `7,615,616,512 × 2 B`: what it grows with, and how many bytes each takes here; empty where there is no such quantity. */
  readonly numbers: string;
}

/** Whether the run fits the card: easily, only because torch gives cached blocks back, or not. */
export type Verdict = "fits" | "tight" | "too-large";

export interface MemoryView {
  readonly model: NamedModel;
  readonly conflicts: readonly MemoryConflict[];
  readonly estimate: MemoryEstimate;
  readonly rows: readonly PartRow[];
  readonly verdict: Verdict;
  readonly notes: readonly MemoryEstimate["notes"][number][];
  readonly plan: FitPlan;
  readonly trainable: number;
  readonly tokens: number;
}

function rowsOf(settings: MemorySettings, { parts: bytes }: MemoryEstimate, trainable: number): PartRow[] {
  const { sequences, length } = batchTokens(settings);
  const tokens = sequences * length;
  const quantity: Partial<Record<Part, { of: number; unit: string }>> = {
    weights: { of: parameterCount(settings.model).total, unit: "" },
    gradients: { of: trainable, unit: "" },
    optimizer: { of: trainable, unit: "" },
    activations: { of: tokens, unit: " token" },
    logits: { of: tokens, unit: " token" },
  };
  return parts.map((part) => {
    const per = quantity[part];
    const numbers =
      per === undefined || bytes[part] === 0
        ? ""
        : `${formatCount(per.of)}${per.unit} × ${formatSignificant(bytes[part] / per.of, 3)} B`;
    return { part, bytes: bytes[part], numbers };
  });
}

export function viewMemory(state: MemoryState, models: readonly NamedModel[]): MemoryView {
  const model = resolveModel(state, models);
  const settings = memorySettings(state, model);
  // Without the card: what torch would reserve if it could. The card decides the verdict.
  const estimate = estimateMemory(settings);
  const onCard = estimateMemory({ ...settings, cardGiB: state.card });
  const verdict =
    estimate.peakGiB <= state.card ? "fits" : onCard.notes.includes("does-not-fit-card") ? "too-large" : "tight";
  const { trainable } = trainedParameters(settings);
  const { sequences, length } = batchTokens(settings);
  return {
    model,
    conflicts: conflictsOf(state),
    estimate,
    rows: rowsOf(settings, estimate, trainable),
    verdict,
    notes: onCard.notes,
    plan: fitSuggestions(settings, state.card),
    trainable,
    tokens: sequences * length,
  };
}

const DEEPSPEED_CONFIGS = { zero2: "ds_z2", zero3: "ds_z3" } as const;

function shardingKeys(state: MemoryState) {
  if (state.sharding !== "zero2" && state.sharding !== "zero3") return {};
  const offload = state.offload === "none" ? "" : "_offload";
  return { deepspeed: `examples/deepspeed/${DEEPSPEED_CONFIGS[state.sharding]}${offload}_config.json` };
}

function optimizerKeys({ optim, projection_rank: rank }: MemoryState) {
  switch (optim) {
    case "galore":
      return { use_galore: true, galore_rank: rank };
    case "apollo":
      return { use_apollo: true, apollo_rank: rank };
    case "badam":
      return { use_badam: true };
    default:
      return { optim };
  }
}

export function memoryYaml(state: MemoryState, model: NamedModel): string {
  const bits = { none: undefined, "8bit": 8, "4bit": 4, "2bit": 2 }[state.quantization];
  return toYamlText({
    model_name_or_path: model.id === ownModel ? undefined : model.id,
    stage: state.stage,
    finetuning_type: state.finetuning_type,
    ...(state.finetuning_type === "lora"
      ? {
          lora_rank: state.lora_rank,
          lora_target: state.lora_target || "all",
          use_dora: state.use_dora || undefined,
        }
      : {}),
    freeze_trainable_layers: state.finetuning_type === "freeze" ? state.freeze_trainable_layers : undefined,
    quantization_bit: bits,
    quantization_method: bits === 4 || bits === 8 ? "bnb" : undefined,
    double_quantization: bits === 4 && !state.double_quantization ? false : undefined,
    ...(state.precision === "fp32" ? {} : { [state.precision]: true }),
    ...optimizerKeys(state),
    per_device_train_batch_size: state.per_device_train_batch_size,
    gradient_accumulation_steps: state.gradient_accumulation_steps,
    cutoff_len: state.cutoff_len,
    packing: state.lengths === "constant" || undefined,
    use_unsloth_gc: state.checkpointing === "offloaded" || undefined,
    disable_gradient_checkpointing: state.checkpointing === "off" || undefined,
    flash_attn: state.attention === "eager" ? "disabled" : undefined,
    enable_liger_kernel: state.enable_liger_kernel || undefined,
    ...shardingKeys(state),
  });
}
