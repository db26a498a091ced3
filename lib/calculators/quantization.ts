/** How a row of weights looks after quantization: absmax int8, and NF4 / FP4 in blocks (bitsandbytes). */

/** NormalFloat4 (QLoRA, arXiv 2305.14314, appendix E): code i stands for the i-th value. */
export const NF4_VALUES = [
  -1, -0.6961928009986877, -0.5250730514526367, -0.39491748809814453, -0.28444138169288635, -0.18477343022823334,
  -0.09105003625154495, 0, 0.07958029955625534, 0.16093020141124725, 0.24611230194568634, 0.33791524171829224,
  0.44070982933044434, 0.5626170039176941, 0.7229568362236023, 1,
] as const;

/** bitsandbytes' 4-bit float: sign, two exponent bits, one mantissa bit; ascending. */
export const FP4_VALUES = [
  -1,
  -2 / 3,
  -0.5,
  -1 / 3,
  -0.25,
  -1 / 6,
  -0.0625 / 12,
  0,
  0.0625 / 12,
  1 / 6,
  0.25,
  1 / 3,
  0.5,
  2 / 3,
  1,
] as const;

export interface QuantizedValue {
  /** The integer, or the position in the table of values. */
  readonly code: number;
  /** What the weight becomes when it is read back, in the weight's unit. */
  readonly value: number;
}

export interface QuantizedBlock {
  /** Largest magnitude of the block: what the codes are scaled with. */
  readonly absmax: number;
  readonly values: readonly QuantizedValue[];
}

/**
 * The nearest entry of an ascending table; a tie goes to the lower one, as in bitsandbytes' kernels.
 *
 * @param normalized a weight divided by its block's absmax, -1 to 1
 */
export function nearestCode(normalized: number, table: readonly number[]): QuantizedValue {
  let code = 0;
  while (code + 1 < table.length) {
    const [low = 0, high = 0] = [table[code], table[code + 1]];
    if (normalized <= (low + high) / 2) break;
    code += 1;
  }
  return { code, value: table[code] ?? 0 };
}

function halfToEven(value: number): number {
  const rounded = Math.round(value);
  return Math.abs(value % 1) === 0.5 && rounded % 2 !== 0 ? rounded - 1 : rounded;
}

export type QuantizationKind = "int8" | "int4" | "nf4" | "fp4";

const INTEGER_RANGE = { int8: 127, int4: 7 } as const;

/**
 * One weight in a block of a given scale.
 *
 * @param absmax what the block is scaled with; a weight beyond it is clipped to the outermost code
 */
export function quantizeValue(weight: number, absmax: number, kind: QuantizationKind): QuantizedValue {
  const normalized = absmax === 0 ? 0 : Math.max(-1, Math.min(1, weight / absmax));
  if (kind === "int8" || kind === "int4") {
    const range = INTEGER_RANGE[kind];
    const code = halfToEven(normalized * range);
    return { code, value: (code * absmax) / range };
  }
  const { code, value } = nearestCode(normalized, kind === "nf4" ? NF4_VALUES : FP4_VALUES);
  return { code, value: value * absmax };
}

function quantizeBlock(weights: readonly number[], kind: QuantizationKind): QuantizedBlock {
  const absmax = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0);
  const values = weights.map((weight) => quantizeValue(weight, absmax, kind));
  return { absmax, values };
}

/**
 * Quantizes a row of weights block by block.
 *
 * One large weight makes the steps of its whole block coarse, which is why blocks are small: 64 in bitsandbytes'
 * 4-bit formats, a whole row in its 8-bit one. Block scales themselves are kept exact here; double quantization would
 * round them to 8 bits in blocks of 256.
 *
 * @param blockSize weights that share a scale; the last block may be shorter
 * @throws RangeError for a block size below 1
 */
export function quantizeRow(weights: readonly number[], kind: QuantizationKind, blockSize: number): QuantizedBlock[] {
  if (!(blockSize >= 1)) throw new RangeError("a block holds at least one weight");
  const blocks: QuantizedBlock[] = [];
  for (let start = 0; start < weights.length; start += blockSize) {
    blocks.push(quantizeBlock(weights.slice(start, start + blockSize), kind));
  }
  return blocks;
}

/** Root of the mean squared difference between weights and what is read back, in the weights' unit. */
export function quantizationError(weights: readonly number[], blocks: readonly QuantizedBlock[]): number {
  const read = blocks.flatMap(({ values }) => values.map(({ value }) => value));
  const sum = weights.reduce((total, weight, index) => total + (weight - (read[index] ?? 0)) ** 2, 0);
  return weights.length === 0 ? 0 : Math.sqrt(sum / weights.length);
}

/**
 * Bits that one weight takes, its share of the block's scale included.
 *
 * @param doubleQuantization the scales are kept in 8 bits, with one fp32 scale for 256 of them (`double_quantization`)
 */
export function bitsPerWeight(kind: QuantizationKind, blockSize: number, doubleQuantization = false): number {
  const scale = doubleQuantization ? 8 + 32 / 256 : 32;
  return (kind === "int8" ? 8 : 4) + scale / blockSize;
}
