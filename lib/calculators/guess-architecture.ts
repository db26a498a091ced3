import type { Architecture } from "@/lib/calculators/architecture";

/**
 * A Llama-like model of the size that a name states, for names that are on no list. Depth and width follow the models
 * from 1B to 70B; good for memory, not for counting adapters.
 *
 * @returns `undefined` for a name without a size such as 7B, 8x7B or 500M
 */
export function guessArchitecture(name: string): Architecture | undefined {
  const [, experts, size, unit] = /(?:(\d+)x)?(\d+(?:[._]\d+)?)([bm])(?![a-z])/i.exec(name) ?? [];
  if (size === undefined) return undefined;
  // Experts share attention: 8x7B models have about 47 billion parameters, not 56.
  const billions = Number(size.replace("_", ".")) * (experts ? 0.84 * Number(experts) : 1);
  const parameters = billions * (unit?.toLowerCase() === "m" ? 1e6 : 1e9);
  const layers = Math.max(2, Math.round(32 * (parameters / 7.5e9) ** 0.39));
  // 12 h² per layer with a gated MLP of 3.5 h and grouped queries, and a vocabulary of 128k in and out.
  const vocabularySize = 128_256;
  const quadratic = layers * 13;
  const linear = 2 * vocabularySize;
  const width = (-linear + Math.sqrt(linear ** 2 + 4 * quadratic * parameters)) / (2 * quadratic);
  const hiddenSize = Math.max(128, Math.round(width / 128) * 128);
  return {
    layout: "llama",
    hiddenSize,
    intermediateSize: Math.round(3.5 * hiddenSize),
    layers,
    heads: hiddenSize / 128,
    keyValueHeads: Math.min(8, hiddenSize / 128),
    headDim: 128,
    vocabularySize,
    tiedEmbeddings: false,
    qkvBias: false,
  };
}
