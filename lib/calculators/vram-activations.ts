import { hasGatedMlp, mlpWidth } from "@/lib/calculators/linear-modules";
import { targetedModules } from "@/lib/calculators/lora";
import { MEMORY_CONSTANTS, type MemorySettings } from "@/lib/calculators/vram-settings";

/** Live bytes on one GPU at the worst moment of a forward and backward pass. */
export interface ActivationBytes {
  /** Inputs of the layers that checkpointing keeps; with checkpointing off, everything the layers keep. */
  readonly kept: number;
  /** One layer while it is recomputed and goes backwards. */
  readonly layer: number;
  /** The score matrices of eager attention. */
  readonly scores: number;
  readonly logits: number;
}

/** Tokens of one forward pass on one GPU, at the longest batch. */
export function batchTokens({ batch, cutoffLen, lengths, stage = "sft" }: MemorySettings): {
  sequences: number;
  length: number;
} {
  const pairs = stage === "dpo" || stage === "rm" || stage === "kto" ? 2 : 1;
  const length = lengths === "short" ? cutoffLen * MEMORY_CONSTANTS.shortShare : cutoffLen;
  return { sequences: batch * pairs, length };
}

/**
 * What one layer keeps for its backward pass, per token.
 *
 * Counted from transformers' Llama layer in 16 bits: two RMSNorms keep their float32 input and their output (6 h each);
 * attention keeps its input, q, k, v and its output; a gated MLP keeps its input and four tensors of its width. Each
 * adapter keeps a copy of its input. Liger keeps less of norms and MLP.
 *
 * @returns bytes
 */
export function layerBytesPerToken(settings: MemorySettings): number {
  const { model, method, liger, precision } = settings;
  const { hiddenSize: h, heads, keyValueHeads, headDim, moe, mla } = model;
  const scale = precision === "fp32" ? 2 : 1;
  const q = mla ? heads * (mla.nopeHeadDim + mla.ropeHeadDim) : heads * headDim;
  const kv = mla ? q : keyValueHeads * headDim;
  const width = moe ? moe.expertsPerToken * moe.expertIntermediateSize + moe.sharedIntermediateSize : mlpWidth(model);

  const norms = liger ? 4 * h : 12 * h;
  const attention = 2 * h + 2 * (q + 2 * kv) + 2 * q;
  const mlp = 2 * h + (hasGatedMlp(model) ? (liger ? 6 : 8) : 4) * width;
  let adapters = 0;
  if (method.kind === "lora") {
    const experts = moe ? moe.expertsPerToken / moe.experts : 1;
    for (const { inFeatures, count } of targetedModules(model, method.lora)) {
      const perLayer = count / model.layers;
      adapters += 2 * inFeatures * (perLayer > 1 && moe ? perLayer * experts : Math.min(perLayer, 1));
    }
  }
  return scale * (norms + attention + mlp + adapters);
}

/** Scratch that a layer's backward pass holds on top, per token: gradients of the widest tensors. */
function backwardScratch({ model }: MemorySettings): number {
  return 8 * model.hiddenSize + 4 * mlpWidth(model);
}

function logitBytesPerToken(settings: MemorySettings): number {
  const { model, liger, stage = "sft", method, heldLogitBytes = 0 } = settings;
  const fused = liger && (stage === "sft" || stage === "pt");
  // Liger's fused cross entropy works in chunks about as large as the hidden states, and needs the gradient of these.
  if (fused) return 8 * model.hiddenSize + (method.kind === "full" ? 2 * model.hiddenSize : 0);
  return stage === "rm" ? 0 : (MEMORY_CONSTANTS.logitBytes + heldLogitBytes) * model.vocabularySize;
}

/**
 * Activations on one GPU.
 *
 * Full recomputation keeps the layers' inputs (2 h bytes a token and layer: «Reducing Activation Recomputation in Large
 * Transformer Models», arXiv 2205.05198) and one whole layer at a time. Eager attention holds a × s² scores on top: 2
 * bytes as they are computed, 4 in the float32 softmax, 2 cast back, 2 for the gradient.
 *
 * @returns bytes, live; what the allocator reserves on top is added in vram.ts
 */
export function activationBytes(settings: MemorySettings): ActivationBytes {
  const { model, checkpointing, attention, gpus, sharding } = settings;
  const { sequences, length } = batchTokens(settings);
  const tokens = sequences * length;
  const perLayer = layerBytesPerToken(settings);
  const layersHere = sharding === "layer-split" ? model.layers / gpus : model.layers;

  const inputs = 2 * model.hiddenSize * layersHere;
  const keptPerToken = { on: inputs, offloaded: 4 * model.hiddenSize, off: perLayer * layersHere }[checkpointing];
  const scoreLayers = checkpointing === "off" ? layersHere : 1;
  const scoreBytes = checkpointing === "off" ? 6 : 10;
  return {
    kept: tokens * keptPerToken,
    layer: tokens * ((checkpointing === "off" ? 0 : perLayer) + backwardScratch(settings)),
    scores: attention === "eager" ? scoreLayers * scoreBytes * model.heads * sequences * length ** 2 : 0,
    logits: tokens * logitBytesPerToken(settings),
  };
}
