/** The matrices of one adapted layer as shapes: state, view and YAML. Counts and scaling come from lib/calculators. */

import { loraAlpha, loraParameterCount, loraScaling } from "@/lib/calculators/lora";
import { defineState, flag, number } from "./url-state";
import { toYamlText } from "./yaml";

export interface LoraPictureState {
  readonly in_features: number;
  readonly out_features: number;
  readonly lora_rank: number;
  /** 0 is empty: LLaMA-Factory then takes twice the rank. */
  readonly lora_alpha: number;
  readonly use_rslora: boolean;
}

export const limits = {
  in_features: { min: 8, max: 262144 },
  out_features: { min: 8, max: 262144 },
  lora_rank: { min: 1, max: 8192 },
  lora_alpha: { min: 0, max: 16384 },
} as const;

export const loraPicture = defineState<LoraPictureState>(
  { in_features: 4096, out_features: 4096, lora_rank: 16, lora_alpha: 0, use_rslora: false },
  {
    in_features: number({ ...limits.in_features, whole: true }),
    out_features: number({ ...limits.out_features, whole: true }),
    lora_rank: number({ ...limits.lora_rank, whole: true }),
    lora_alpha: number({ ...limits.lora_alpha, whole: true }),
    use_rslora: flag,
  },
);

export interface Matrix {
  readonly name: "W" | "A" | "B" | "BA";
  readonly rows: number;
  readonly columns: number;
  readonly elements: number;
}

export interface RankRow {
  readonly rank: number;
  readonly added: number;
  readonly share: number;
  readonly scaling: number;
  readonly rsScaling: number;
}

export interface LoraPictureView {
  readonly matrices: Readonly<Record<Matrix["name"], Matrix>>;
  readonly alpha: number;
  readonly scaling: number;
  /** Elements of A and B: what is trained. */
  readonly added: number;
  /** Of the frozen matrix. */
  readonly share: number;
  /** The largest rank that the update can have: no more than the matrix itself. */
  readonly updateRank: number;
  readonly largerThanMatrix: boolean;
  readonly ranks: readonly RankRow[];
}

const LISTED_RANKS = [1, 4, 8, 16, 32, 64, 128, 256];

function matrix(name: Matrix["name"], rows: number, columns: number): Matrix {
  return { name, rows, columns, elements: rows * columns };
}

export function viewLoraPicture(state: LoraPictureState): LoraPictureView {
  const { in_features: inFeatures, out_features: outFeatures, lora_rank: rank } = state;
  const layer = [{ name: "", inFeatures, outFeatures, count: 1 }];
  const frozen = inFeatures * outFeatures;
  const alphaOf = (someRank: number) => loraAlpha(someRank, state.lora_alpha);
  const row = (someRank: number): RankRow => {
    const added = loraParameterCount(layer, someRank);
    return {
      rank: someRank,
      added,
      share: added / frozen,
      scaling: loraScaling(someRank, alphaOf(someRank)),
      rsScaling: loraScaling(someRank, alphaOf(someRank), { rsLora: true }),
    };
  };
  const { added, share, scaling, rsScaling } = row(rank);
  return {
    matrices: {
      W: matrix("W", outFeatures, inFeatures),
      A: matrix("A", rank, inFeatures),
      B: matrix("B", outFeatures, rank),
      BA: matrix("BA", outFeatures, inFeatures),
    },
    alpha: alphaOf(rank),
    scaling: state.use_rslora ? rsScaling : scaling,
    added,
    share,
    updateRank: Math.min(rank, inFeatures, outFeatures),
    largerThanMatrix: added >= frozen,
    ranks: [...new Set([...LISTED_RANKS, rank])].sort((a, b) => a - b).map(row),
  };
}

export function loraPictureYaml({ lora_rank, lora_alpha, use_rslora }: LoraPictureState): string {
  return toYamlText({
    finetuning_type: "lora",
    lora_rank,
    lora_alpha: lora_alpha === 0 ? undefined : lora_alpha,
    use_rslora: use_rslora || undefined,
  });
}
