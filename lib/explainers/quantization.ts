/** A row of weights, rounded and read back: state, view and YAML. The rounding is lib/calculators/quantization.ts. */

import {
  bitsPerWeight,
  FP4_VALUES,
  NF4_VALUES,
  type QuantizationKind,
  type QuantizedBlock,
  quantizationError,
  quantizeRow,
} from "@/lib/calculators/quantization";
import { seededNormal } from "./random";
import { choice, defineState, flag, number } from "./url-state";
import { toYamlText } from "./yaml";

/** What LLaMA-Factory can load with bitsandbytes. */
export const kinds = ["nf4", "fp4", "int8"] as const;
export type Kind = (typeof kinds)[number];

/** In the table, beside evenly spaced 4-bit steps for comparison. */
const compared = ["int8", "nf4", "fp4", "int4"] as const satisfies readonly QuantizationKind[];

export const rowLength = 64;
export const blockSizes = ["8", "16", "32", "64"] as const;
type BlockSize = (typeof blockSizes)[number];

export interface QuantizationState {
  readonly kind: Kind;
  readonly block: BlockSize;
  /** Which weight is the outlier. */
  readonly at: number;
  /** Its value, in standard deviations of the others. */
  readonly outlier: number;
  readonly double_quantization: boolean;
}

export const limits = { at: { min: 0, max: rowLength - 1 }, outlier: { min: -12, max: 12 } } as const;

export const quantization = defineState<QuantizationState>(
  { kind: "nf4", block: "64", at: 20, outlier: 6, double_quantization: true },
  {
    kind: choice(kinds),
    block: choice(blockSizes),
    at: number({ ...limits.at, whole: true }),
    outlier: number(limits.outlier),
    double_quantization: flag,
  },
);

/** A usual spread of trained weights; only its proportion to the outlier matters. */
export const DEVIATION = 0.02;

const plainRow: readonly number[] = (() => {
  const normal = seededNormal(5);
  return Array.from({ length: rowLength }, () => DEVIATION * normal());
})();

export interface WeightView {
  readonly index: number;
  readonly weight: number;
  readonly code: number;
  readonly read: number;
  readonly error: number;
}

export interface BlockView {
  readonly index: number;
  /** Position of its first weight. */
  readonly start: number;
  readonly length: number;
  readonly absmax: number;
  readonly rms: number;
  /** Values that a weight of this block can be read back as; none where they are too many to be drawn. */
  readonly levels: readonly number[];
  /** How many different codes the block uses. */
  readonly codesUsed: number;
}

export interface KindRow {
  readonly kind: QuantizationKind;
  readonly bits: number;
  readonly rms: number;
  readonly largest: number;
  /** RMS error over the RMS of the weights, the outlier left out: what the others suffer. */
  readonly relative: number;
}

export interface QuantizationView {
  readonly weights: readonly WeightView[];
  readonly blocks: readonly BlockView[];
  readonly kinds: readonly KindRow[];
  readonly chosen: KindRow;
  readonly largestWeight: number;
  /** Standard deviation from which the weights were drawn. */
  readonly deviation: number;
}

const tables = { nf4: NF4_VALUES, fp4: FP4_VALUES, int4: Array.from({ length: 15 }, (_, code) => (code - 7) / 7) };

function levelsOf(kind: QuantizationKind, absmax: number): number[] {
  return kind === "int8" ? [] : tables[kind].map((value) => value * absmax);
}

function rms(values: readonly number[]): number {
  return Math.sqrt(values.reduce((sum, value) => sum + value * value, 0) / (values.length || 1));
}

function readBack(row: readonly number[], blocks: readonly QuantizedBlock[]): WeightView[] {
  const values = blocks.flatMap((block) => block.values);
  return row.map((weight, index) => {
    const { code, value } = values[index] ?? { code: 0, value: 0 };
    return { index, weight, code, read: value, error: value - weight };
  });
}

export function viewQuantization(state: QuantizationState): QuantizationView {
  const blockSize = Number(state.block);
  const row = plainRow.map((weight, index) => (index === state.at ? state.outlier * DEVIATION : weight));
  const rowOf = (kind: QuantizationKind): KindRow => {
    const blocks = quantizeRow(row, kind, blockSize);
    const read = readBack(row, blocks);
    const others = read.filter(({ index }) => index !== state.at);
    return {
      kind,
      bits: bitsPerWeight(kind, blockSize, state.double_quantization && kind !== "int8"),
      rms: quantizationError(row, blocks),
      largest: Math.max(...read.map(({ error }) => Math.abs(error))),
      relative: rms(others.map(({ error }) => error)) / rms(others.map(({ weight }) => weight)),
    };
  };
  const blocks = quantizeRow(row, state.kind, blockSize);
  const weights = readBack(row, blocks);
  return {
    weights,
    blocks: blocks.map(({ absmax, values }, index) => {
      const inside = weights.slice(index * blockSize, (index + 1) * blockSize);
      return {
        index,
        start: index * blockSize,
        length: values.length,
        absmax,
        rms: rms(inside.map(({ error }) => error)),
        levels: levelsOf(state.kind, absmax),
        codesUsed: new Set(values.map(({ code }) => code)).size,
      };
    }),
    kinds: compared.map(rowOf),
    chosen: rowOf(state.kind),
    largestWeight: Math.max(...row.map(Math.abs)),
    deviation: DEVIATION,
  };
}

export function quantizationYaml({ kind, double_quantization }: QuantizationState): string {
  if (kind === "int8") return toYamlText({ quantization_bit: 8, quantization_method: "bnb" });
  return toYamlText({ quantization_bit: 4, quantization_method: "bnb", quantization_type: kind, double_quantization });
}
