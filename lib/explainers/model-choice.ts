/** Which model an explainer computes for: one of a list that it is given, or dimensions of the reader's own. */

import type { Architecture } from "@/lib/calculators/architecture";
import { type Field, text } from "./url-state";

/** An architecture with its name, without the evidence that a browser has no use for. */
export interface NamedModel extends Architecture {
  /** The upstream name, such as `Qwen/Qwen2.5-7B`. */
  readonly id: string;
  readonly family: string;
}

/** Sizes of a Llama-like model, in elements. */
export interface OwnDimensions {
  readonly hiddenSize: number;
  readonly intermediateSize: number;
  readonly layers: number;
  readonly heads: number;
  readonly keyValueHeads: number;
  readonly headDim: number;
  readonly vocabularySize: number;
  readonly tied: boolean;
}

export const dimensionLimits = {
  hiddenSize: { min: 8, max: 65_536 },
  intermediateSize: { min: 8, max: 262_144 },
  layers: { min: 1, max: 512 },
  heads: { min: 1, max: 512 },
  keyValueHeads: { min: 1, max: 512 },
  headDim: { min: 1, max: 1024 },
  vocabularySize: { min: 2, max: 1_000_000 },
} as const;
export type Dimension = keyof typeof dimensionLimits;
export const dimensions = Object.keys(dimensionLimits) as Dimension[];

export const ownModel = "own";

export interface ModelState {
  /** `own` for dimensions of one's own. */
  readonly model: string;
  readonly own: OwnDimensions;
}

/** Qwen2.5-7B: a size that most readers know, and the dimensions that «own» begins with. */
export const defaultModel: ModelState = {
  model: "Qwen/Qwen2.5-7B",
  own: {
    hiddenSize: 3584,
    intermediateSize: 18_944,
    layers: 28,
    heads: 28,
    keyValueHeads: 4,
    headDim: 128,
    vocabularySize: 152_064,
    tied: false,
  },
};

const ownField: Field<OwnDimensions> = {
  read: ([written = ""]) => {
    const parts = written.split(",").slice(0, 8).map(Number);
    const sizes = dimensions.map((key, index) => {
      const size = Math.round(parts[index] ?? Number.NaN);
      const { min, max } = dimensionLimits[key];
      return [key, Number.isNaN(size) ? defaultModel.own[key] : Math.min(max, Math.max(min, size))];
    });
    return { ...Object.fromEntries(sizes), tied: parts[7] === 1 } as OwnDimensions;
  },
  write: (own) => [...dimensions.map((key) => own[key]), own.tied ? 1 : 0].join(","),
};

export const modelFields = { model: text({ length: 80, allowed: /[\w./-]/ }), own: ownField };

/** A name that is not on the list becomes the first of the list. */
export function resolveModel({ model, own }: ModelState, models: readonly NamedModel[]): NamedModel {
  const found = models.find(({ id }) => id === model);
  if (model !== ownModel) {
    const chosen = found ?? models.find(({ id }) => id === defaultModel.model) ?? models[0];
    if (chosen) return chosen;
  }
  const { tied, ...sizes } = own;
  return { id: ownModel, family: ownModel, layout: "llama", ...sizes, tiedEmbeddings: tied, qkvBias: false };
}
