import type { Architecture, Layout, LinearShape } from "@/lib/calculators/architecture";
import { hasGatedMlp, linearModules, visionLinearModules } from "@/lib/calculators/linear-modules";

/** All in numbers of parameters. The parts add up to `total`. */
export interface ParameterCount {
  readonly total: number;
  /** Weights of the linear layers, without biases: what 4-bit and 8-bit quantization shrink. */
  readonly linear: number;
  readonly embedding: number;
  /** 0 where the output layer is the embedding matrix. */
  readonly outputLayer: number;
  /** Experts in one 3-d tensor, with their biases. */
  readonly fusedExperts: number;
  /** Norms, biases, routers that are no linear layer, position tables, attention sinks. */
  readonly other: number;
  readonly visionTower: number;
}

interface NormRules {
  /** Norms of full width in one layer. */
  readonly perLayer: number;
  /** Parameters per unit of width: 1 for RMSNorm, 2 for LayerNorm with a bias. */
  readonly perUnit: 1 | 2;
}

const RMS_2: NormRules = { perLayer: 2, perUnit: 1 };
const RMS_4: NormRules = { perLayer: 4, perUnit: 1 };
const LAYER_NORM_2: NormRules = { perLayer: 2, perUnit: 2 };
// Attention and MLP side by side share one norm.
const LAYER_NORM_1: NormRules = { perLayer: 1, perUnit: 2 };

const NORMS = {
  llama: RMS_2,
  gemma2: RMS_4,
  gemma3: RMS_4,
  phi: LAYER_NORM_1,
  "phi-msft": LAYER_NORM_1,
  phi3: RMS_2,
  qwen1: RMS_2,
  chatglm1: LAYER_NORM_2,
  chatglm: RMS_2,
  baichuan: RMS_2,
  internlm2: RMS_2,
  falcon7b: LAYER_NORM_1,
  bloom: LAYER_NORM_2,
  opt: LAYER_NORM_2,
  gpt_neox: LAYER_NORM_2,
} satisfies Record<Layout, NormRules>;

// OPT counts positions from 2 and was released for 2048 of them; no other layout here learns positions.
const OPT_POSITIONS = 2048 + 2;

const weights = (shapes: readonly LinearShape[]) =>
  shapes.reduce((sum, { inFeatures, outFeatures, count }) => sum + inFeatures * outFeatures * count, 0);
const outputs = (shapes: readonly LinearShape[]) =>
  shapes.reduce((sum, { outFeatures, count }) => sum + outFeatures * count, 0);

function attentionExtras(model: Architecture): number {
  const { heads, keyValueHeads, headDim, mla } = model;
  const qkv = (heads + 2 * keyValueHeads) * headDim;
  let perLayer = model.qkvBias ? qkv : 0;
  if (model.qkNorm || model.layout === "gemma3") perLayer += 2 * headDim;
  if (mla) perLayer += mla.keyValueRank + (mla.queryRank ?? 0);
  return perLayer * model.layers;
}

function expertExtras({ moe, hiddenSize: h, layers, linearBias = false }: Architecture): {
  fused: number;
  other: number;
} {
  if (!moe) return { fused: 0, other: 0 };
  const sparseLayers = layers - moe.denseLayers;
  const router = moe.linearRouter ? 0 : h * moe.experts + (linearBias ? moe.experts : 0);
  const i = moe.expertIntermediateSize;
  const expert = 3 * h * i + (linearBias ? 2 * i + h : 0);
  return { fused: moe.fusedExperts ? sparseLayers * moe.experts * expert : 0, other: sparseLayers * router };
}

function visionCount(model: Architecture): number {
  const { visionTower: tower, hiddenSize } = model;
  if (!tower) return 0;
  const shapes = visionLinearModules(model);
  const w = tower.hiddenSize;
  const patches = 3 * tower.patchSize ** 2 * w + w + tower.positions * w;
  const norms = (2 * tower.layers + 1) * 2 * w;
  const projector = w * hiddenSize + w;
  return weights(shapes) + outputs(shapes) + patches + norms + projector;
}

/**
 * The number of parameters of a whole model, as `sum(p.numel())` gives it on the unquantized checkpoint.
 *
 * Checked against totals that training logs printed (tests/fixtures/reference). gpt-oss keeps one attention sink per
 * head, and DeepSeek V3's correction bias of the router is left out (a few thousand parameters).
 */
export function parameterCount(model: Architecture): ParameterCount {
  const { hiddenSize: h, vocabularySize, layers, layout } = model;
  const shapes = linearModules(model);
  const norms = NORMS[layout];
  const experts = expertExtras(model);

  const embedding = vocabularySize * h;
  const outputLayer = model.tiedEmbeddings ? 0 : embedding;
  const linear = weights(shapes);

  let other = (norms.perLayer * layers + 1) * norms.perUnit * h + attentionExtras(model) + experts.other;
  if (model.linearBias || layout === "bloom") other += outputs(shapes);
  if (layout === "phi" || layout === "phi-msft") other += vocabularySize; // the output layer's bias
  if (layout === "bloom") other += 2 * h; // a norm right after the embedding
  if (layout === "opt") other += OPT_POSITIONS * h;
  if (model.moe?.fusedExperts && model.linearBias) other += model.heads * layers; // attention sinks

  const visionTower = visionCount(model);
  const total = embedding + outputLayer + linear + experts.fused + other + visionTower;
  return { total, linear, embedding, outputLayer, fusedExperts: experts.fused, other, visionTower };
}

/** Parameters of one token's path: experts that the router does not choose are left out. */
export function activeParameterCount(model: Architecture): number {
  const { moe, hiddenSize: h } = model;
  const { total, visionTower } = parameterCount(model);
  if (!moe) return total - visionTower;
  const matrices = hasGatedMlp(model) ? 3 : 2;
  const idle = (moe.experts - moe.expertsPerToken) * matrices * h * moe.expertIntermediateSize;
  return total - visionTower - idle * (model.layers - moe.denseLayers);
}
