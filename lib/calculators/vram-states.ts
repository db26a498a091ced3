import { linearModules } from "@/lib/calculators/linear-modules";
import { loraParameterCount, targetedModules } from "@/lib/calculators/lora";
import { type ParameterCount, parameterCount } from "@/lib/calculators/parameter-count";
import { bitsPerWeight } from "@/lib/calculators/quantization";
import type { MemorySettings } from "@/lib/calculators/vram-settings";

/** Bytes on one GPU that stay from step to step. */
export interface StateBytes {
  /** The model, adapters included. */
  readonly weights: number;
  readonly gradients: number;
  readonly optimizer: number;
  /** Held only while the optimizer steps. */
  readonly optimizerStep: number;
  /** 16-bit copies that autocast makes of float32 weights, gathered shards, communication buckets, dequantized matrices. */
  readonly buffers: number;
}

export interface TrainedParameters {
  /** Parameters with a gradient. */
  readonly trainable: number;
  /** Of these, the ones that are no part of the base model (adapters, copies of embedding and output layer). */
  readonly added: number;
  /** Of the added ones, whole copies of embedding and output layer. */
  readonly copies: number;
}

/** How many parameters get a gradient. */
export function trainedParameters({ model, method }: MemorySettings): TrainedParameters {
  const count = parameterCount(model);
  switch (method.kind) {
    case "full":
      return { trainable: count.total - count.visionTower, added: 0, copies: 0 };
    case "freeze": {
      const share = Math.min(1, method.layers / model.layers);
      const vocabulary = method.vocabulary ? count.embedding + count.outputLayer : 0;
      return { trainable: (count.linear + count.fusedExperts + count.other) * share + vocabulary, added: 0, copies: 0 };
    }
    case "lora": {
      const { rank, dora = false, additionalTargets = [] } = method.lora;
      const adapters = loraParameterCount(targetedModules(model, method.lora), rank, { dora });
      const whole = additionalTargets.length * count.embedding;
      return { trainable: adapters + whole, added: adapters + whole, copies: whole };
    }
  }
}

// GPTQ and AWQ keep a 16-bit scale and a zero point per 128 weights; bitsandbytes' 8 bits keep one scale per row.
const QUANTIZED_BITS = { "8bit": 8.02, "2bit": 2.16 } as const;

function baseWeightBytes(settings: MemorySettings, count: ParameterCount): number {
  const { quantization, precision, doubleQuantization = true } = settings;
  const plainBytes = precision === "fp32" ? 4 : 2;
  if (quantization === "none") return count.total * plainBytes;
  const bits = quantization === "4bit" ? bitsPerWeight("nf4", 64, doubleQuantization) : QUANTIZED_BITS[quantization];
  const quantized = count.linear + count.fusedExperts;
  return (quantized * bits) / 8 + (count.total - quantized) * plainBytes;
}

/** Bytes of optimizer states per trained parameter, its float32 master copy not counted. */
function stateBytesPerParameter(settings: MemorySettings, dtypeBytes: number): number {
  const { optimizer, model, projectionRank = 128 } = settings;
  switch (optimizer) {
    case "adamw_torch":
    case "adamw_torch_fused":
      return 2 * dtypeBytes;
    case "adamw_8bit":
    case "paged_adamw_8bit":
      return 2;
    case "adafactor":
      return 0.05; // one row and one column per matrix
    case "sgd":
      return 0; // transformers' `sgd` has no momentum
    case "galore":
    case "apollo": {
      // Two moments of the projected gradient and the projector, per linear layer; the rest is plain Adam.
      const { total } = parameterCount(model);
      let states = 0;
      let covered = 0;
      for (const { inFeatures, outFeatures, count } of linearModules(model)) {
        const [small, large] = inFeatures < outFeatures ? [inFeatures, outFeatures] : [outFeatures, inFeatures];
        const rank = Math.min(projectionRank, small);
        states += count * (2 * rank * large + rank * small) * dtypeBytes;
        covered += count * inFeatures * outFeatures;
      }
      return (states + (total - covered) * 2 * dtypeBytes) / total;
    }
    case "badam":
      return (2 * 4 + 4) / model.layers; // one layer at a time, in float32
  }
}

function largestMatrix({ model }: MemorySettings): number {
  return Math.max(...linearModules(model).map(({ inFeatures, outFeatures }) => inFeatures * outFeatures));
}

// DeepSpeed's example configs of LLaMA-Factory v0.9.5 (examples/deepspeed): elements, not bytes.
const ZERO2_BUCKET = 5e8;
const ZERO3_LIVE_PARAMETERS = 1e9;

/**
 * Weights, gradients and optimizer states on one GPU.
 *
 * LLaMA-Factory v0.9.5 keeps what is trained in float32 unless `pure_bf16` is set (src/llamafactory/model/adapter.py,
 * lines 312-326): 4 + 4 + 8 bytes a parameter with Adam. DeepSpeed holds 16-bit weights and gradients beside a float32
 * master copy instead, which is the same sum (ZeRO, arXiv 1910.02054, section 3) but is shared out over the GPUs: from
 * stage 1 the states, from stage 2 the gradients, in stage 3 and FSDP the weights.
 *
 * @returns bytes per GPU; for `layer-split` an even share of all
 */
export function stateBytes(settings: MemorySettings): StateBytes {
  const { method, precision, gpus, sharding, offload = "none", optimizer, accumulation, model } = settings;
  const count = parameterCount(model);
  const { trainable, added, copies } = trainedParameters(settings);
  const isTrainedBase = method.kind !== "lora";
  const mixed = precision === "bf16" || precision === "fp16";
  const deepspeed = sharding === "zero1" || sharding === "zero2" || sharding === "zero3";

  const full = precision === "pure_bf16" ? 2 : 4;
  // An average over adapters and copies, which only other trainers keep in different dtypes.
  const keeps = settings.copiesIn16Bit && copies > 0 ? (copies * 2 + (trainable - copies) * full) / trainable : full;
  const computes = precision === "fp32" ? 4 : 2;
  const weightBytes = deepspeed && mixed ? computes : keeps;
  const masterBytes = deepspeed && mixed ? 4 : 0;

  const trainedBase = isTrainedBase ? trainable : 0;
  const frozenShare = 1 - trainedBase / count.total;
  let weights = baseWeightBytes(settings, count) * frozenShare + (trainedBase + added) * weightBytes;
  if ((settings.stage === "dpo" || settings.stage === "kto") && isTrainedBase) weights += count.total * computes;

  let gradients = trainable * (optimizer === "badam" ? 1 / model.layers : 1) * weightBytes;
  let states = trainable * (stateBytesPerParameter(settings, keeps) + masterBytes);
  // torch's default Adam walks all parameters at once and needs one more copy of the second moment's root.
  let optimizerStep = optimizer === "adamw_torch" ? trainable * keeps : 0;
  let buffers = 0;

  if (mixed && isTrainedBase && !deepspeed) buffers += trainable * computes;
  if (settings.quantization !== "none") buffers += 2 * largestMatrix(settings) * computes;

  const sharded = sharding === "zero3" || sharding === "fsdp";
  if (sharding !== "none" && sharding !== "layer-split") {
    states /= gpus;
    optimizerStep /= gpus;
    if (sharding !== "zero1") gradients /= gpus;
    if (sharded) {
      weights /= gpus;
      buffers /= gpus;
      const perLayer = count.linear / model.layers;
      const gathered = Math.max(2 * perLayer, count.embedding + count.outputLayer);
      buffers += computes * (sharding === "zero3" ? gathered + Math.min(ZERO3_LIVE_PARAMETERS, count.total) : gathered);
    } else if (gpus > 1) {
      buffers += 2 * computes * Math.min(ZERO2_BUCKET, trainable);
    }
  } else if (sharding === "layer-split") {
    weights /= gpus;
    gradients /= gpus;
    states /= gpus;
    optimizerStep /= gpus;
    buffers /= gpus;
  } else if (gpus > 1) {
    buffers += trainable * weightBytes; // DistributedDataParallel's buckets
  }

  if (offload !== "none") {
    states = 0;
    optimizerStep = 0;
  }
  if (offload === "all" && sharded) weights = 0;
  if (accumulation < 1) throw new RangeError("gradient_accumulation_steps is at least 1");
  return { weights, gradients, optimizer: states, optimizerStep, buffers };
}
