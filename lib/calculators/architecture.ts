/** The sizes of a decoder-only language model that the calculators read. Sizes are numbers of elements, never bytes. */

/** How a family names and fuses its matrices; see `LAYOUTS` in `linear-modules.ts`. */
export type Layout =
  | "llama"
  | "gemma2"
  | "gemma3"
  | "phi"
  | "phi-msft"
  | "phi3"
  | "qwen1"
  | "chatglm1"
  | "chatglm"
  | "baichuan"
  | "internlm2"
  | "falcon7b"
  | "bloom"
  | "opt"
  | "gpt_neox";

export interface MixtureOfExperts {
  readonly experts: number;
  readonly expertsPerToken: number;
  readonly expertIntermediateSize: number;
  /** Width of the expert that every token passes; 0 where there is none. */
  readonly sharedIntermediateSize: number;
  readonly sharedGate: boolean;
  /** Layers at the start that keep a plain MLP. */
  readonly denseLayers: number;
  /** The router is a linear layer, so that `lora_target: all` meets it. */
  readonly linearRouter: boolean;
  /** All experts share one 3-d tensor, which carries no adapters. */
  readonly fusedExperts: boolean;
  /** The experts' matrices are called w1, w3, w2. */
  readonly mixtralNames: boolean;
}

/** Multi-head latent attention (DeepSeek V2 and later). */
export interface LatentAttention {
  /** `null` where the query is projected in one piece. */
  readonly queryRank: number | null;
  readonly keyValueRank: number;
  readonly nopeHeadDim: number;
  readonly ropeHeadDim: number;
  readonly valueHeadDim: number;
}

export interface VisionTower {
  readonly layers: number;
  readonly hiddenSize: number;
  readonly intermediateSize: number;
  readonly patchSize: number;
  readonly positions: number;
}

export interface Architecture {
  readonly layout: Layout;
  readonly hiddenSize: number;
  /** As the config says it. Qwen 1 writes twice the width of one matrix. */
  readonly intermediateSize: number;
  readonly layers: number;
  readonly heads: number;
  readonly keyValueHeads: number;
  readonly headDim: number;
  readonly vocabularySize: number;
  /** The output layer is the embedding matrix itself. */
  readonly tiedEmbeddings: boolean;
  readonly qkvBias: boolean;
  readonly qkNorm?: boolean;
  readonly linearBias?: boolean;
  readonly moe?: MixtureOfExperts;
  readonly mla?: LatentAttention;
  readonly visionTower?: VisionTower;
}

/** Matrices of one shape under one name: y = W·x with W [outFeatures × inFeatures]. */
export interface LinearShape {
  /** The last part of the module's name, which is what `lora_target` matches. */
  readonly name: string;
  readonly inFeatures: number;
  readonly outFeatures: number;
  /** How many such matrices the whole model has. */
  readonly count: number;
}
