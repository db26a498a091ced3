/**
 * How `packing` and `neat_packing` put examples into rows of `cutoff_len` + 1 tokens: LLaMA-Factory v0.9.5,
 * PackedSupervisedDatasetProcessor and `greedy_knapsack`. Lengths are numbers of tokens.
 */

/** Index of the largest number that fits, in an ascending list; -1 if none does. */
function largestFit(sorted: readonly number[], room: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (room < (sorted[middle] ?? 0)) high = middle;
    else low = middle + 1;
  }
  return low - 1;
}

/**
 * Fills knapsacks greedily: the largest that still fits goes in first.
 *
 * @throws RangeError if a length exceeds the capacity (upstream drops such examples before)
 */
export function greedyKnapsack(lengths: readonly number[], capacity: number): number[][] {
  const sorted = [...lengths].sort((a, b) => a - b);
  if ((sorted.at(-1) ?? 0) > capacity) throw new RangeError("a length exceeds the capacity");
  const knapsacks: number[][] = [];
  while (sorted.length > 0) {
    const knapsack: number[] = [];
    let room = capacity;
    for (let index = largestFit(sorted, room); index !== -1; index = largestFit(sorted, room)) {
      const [length = 0] = sorted.splice(index, 1);
      room -= length;
      knapsack.push(length);
    }
    knapsacks.push(knapsack);
  }
  return knapsacks;
}

export interface PackedRow {
  /** Positions in the list of examples, in the order they stand in the row. */
  readonly examples: readonly number[];
  /** Tokens of each of them. */
  readonly lengths: readonly number[];
  /** Padding at the end: at least 1, because rows are one token longer than `cutoff_len`. */
  readonly paddingTokens: number;
}

export interface Packing {
  readonly rows: readonly PackedRow[];
  /** Examples longer than `cutoff_len`, which are dropped with a warning. */
  readonly dropped: readonly number[];
  /** Real tokens over all tokens of the rows. */
  readonly fill: number;
}

/**
 * Packs a group of examples. Upstream does so within each `preprocessing_batch_size` (1000), not over all the data.
 *
 * @param lengths tokens per example, after the cut
 */
export function packExamples(lengths: readonly number[], cutoffLen: number): Packing {
  const byLength = new Map<number, number[]>();
  const dropped: number[] = [];
  for (const [position, length] of lengths.entries()) {
    if (length > cutoffLen) dropped.push(position);
    else byLength.set(length, [...(byLength.get(length) ?? []), position]);
  }
  const kept = lengths.filter((length) => length <= cutoffLen);
  const rows = greedyKnapsack(kept, cutoffLen).map((knapsack): PackedRow => {
    // The last example of a length is taken first, as Python's pop does.
    const examples = knapsack.map((length) => byLength.get(length)?.pop() ?? -1);
    const used = knapsack.reduce((sum, length) => sum + length, 0);
    return { examples, lengths: knapsack, paddingTokens: cutoffLen + 1 - used };
  });
  const real = kept.reduce((sum, length) => sum + length, 0);
  return { rows, dropped, fill: rows.length === 0 ? 0 : real / (rows.length * (cutoffLen + 1)) };
}

/**
 * The attention mask of a packed row, one number a token.
 *
 * With `neat_packing`, tokens see only those of the same number, and padding is 0. Without, all are 1: examples see the
 * ones before them, and even the padding, though its labels count for nothing.
 */
export function packedAttention({ lengths, paddingTokens }: PackedRow, neat: boolean): number[] {
  const examples = lengths.flatMap((length, index) => new Array<number>(length).fill(neat ? index + 1 : 1));
  return [...examples, ...new Array<number>(paddingTokens).fill(neat ? 0 : 1)];
}

/** The position ids of a packed row: they start again with every example, and are 0 in the padding. */
export function packedPositions({ lengths, paddingTokens }: PackedRow): number[] {
  const examples = lengths.flatMap((length) => Array.from({ length }, (_, index) => index));
  return [...examples, ...new Array<number>(paddingTokens).fill(0)];
}

/** Whether the token at `from` sees the one at `to`, causal order and the mask's numbers both heeded. */
export function sees(attention: readonly number[], from: number, to: number): boolean {
  return to <= from && attention[from] !== 0 && attention[from] === attention[to];
}
