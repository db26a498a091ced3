/** What one optimizer step sees: gradients of several micro-batches together, then clipped. */

export interface MicroBatch {
  /** Tokens that count in the loss. */
  readonly tokens: number;
  /** Gradient of the mean loss over these tokens. */
  readonly gradient: readonly number[];
}

/** Length of a gradient (2-norm), in the gradient's unit. */
export function gradientNorm(gradient: readonly number[]): number {
  return Math.hypot(...gradient);
}

/**
 * The gradient that micro-batches have together.
 *
 * @param weighting `tokens`: every token weighs the same, as in transformers since 4.46 (`num_items_in_batch`) and so as
 *                  if all were one batch; `batches`: every micro-batch weighs the same, as before
 * @throws RangeError if the gradients are not of one length
 */
export function accumulateGradients(
  batches: readonly MicroBatch[],
  weighting: "tokens" | "batches" = "tokens",
): number[] {
  const size = batches[0]?.gradient.length ?? 0;
  if (batches.some(({ gradient }) => gradient.length !== size)) throw new RangeError("gradients differ in length");
  const weights = batches.map(({ tokens }) => (weighting === "tokens" ? tokens : 1));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return Array.from({ length: size }, (_, index) =>
    batches.reduce((sum, { gradient }, batch) => sum + ((weights[batch] ?? 0) * (gradient[index] ?? 0)) / total, 0),
  );
}

export interface ClippedGradient {
  readonly gradient: readonly number[];
  /** Norm before clipping: what the log calls `grad_norm`. */
  readonly norm: number;
  /** What the gradient was multiplied with; 1 if it was left alone. */
  readonly factor: number;
}

/**
 * Clips a gradient as torch's `clip_grad_norm_` does: its direction stays, its length becomes `max_grad_norm` at most.
 *
 * @param maxNorm `max_grad_norm`; 0 or less switches clipping off, as in transformers' Trainer
 */
export function clipGradient(gradient: readonly number[], maxNorm: number): ClippedGradient {
  const norm = gradientNorm(gradient);
  // 1e-6 is torch's guard against a division by zero, and shortens every clipped gradient by a hair.
  const factor = maxNorm > 0 ? Math.min(1, maxNorm / (norm + 1e-6)) : 1;
  return { gradient: gradient.map((value) => value * factor), norm, factor };
}
