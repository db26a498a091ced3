import { activationBytes, batchTokens } from "@/lib/calculators/vram-activations";
import { GIB, MEMORY_CONSTANTS, type MemorySettings } from "@/lib/calculators/vram-settings";
import { stateBytes } from "@/lib/calculators/vram-states";

/** The parts add up to the peak. All in bytes, on one GPU. */
export interface MemoryParts {
  /** The model, what is trained on top of it, and its float32 copies. */
  readonly weights: number;
  readonly gradients: number;
  readonly optimizer: number;
  readonly activations: number;
  readonly logits: number;
  /** 16-bit copies of float32 weights, gathered shards, communication buckets, dequantized matrices. */
  readonly buffers: number;
  /** CUDA context, what the allocator reserves beyond what lives, and the optimizer step where it decides the peak. */
  readonly overhead: number;
}

/** Codes of what a reader should know about this estimate. */
export type MemoryNote =
  /** The optimizer step needs more than the backward pass: shorter samples will not help. */
  | "optimizer-step-decides"
  /** What lives at once is more than the card holds. */
  | "does-not-fit-card"
  /** The allocator will have to give blocks back; expect slower steps near the limit. */
  | "reserved-limited-by-card"
  /** From 4096 tokens on, runs whose attention kernel was not fused took far more: see the upper bound. */
  | "long-sequences"
  /** Activations and logits are more than half of the peak, and they are the uncertain part. */
  | "mostly-activations"
  /** 4-bit and smaller models: fixed costs weigh more than the weights, and differ between versions. */
  | "small-total";

/** A moment of a training step that can set the peak. */
export interface MemoryMoment {
  readonly totalGiB: number;
  readonly parts: MemoryParts;
}

export interface MemoryEstimate {
  /** Peak of one GPU: the larger of the two moments. */
  readonly peakGiB: number;
  /** The parts at the moment of the peak. */
  readonly parts: MemoryParts;
  readonly moments: { readonly backward: MemoryMoment; readonly optimizerStep: MemoryMoment };
  /** Where measured runs of such settings lie. The residuals are in the evaluation (`npm run eval:calculators`). */
  readonly band: { readonly lowGiB: number; readonly highGiB: number };
  readonly notes: readonly MemoryNote[];
}

const LONG_SEQUENCE = 4096;
const SMALL_TOTAL_GIB = 8;

/**
 * The band around the estimate, from the spread of the measured runs: states are known to a tenth,
 * live activations to a half, and what is reserved on top is anything between nothing and half as much again.
 */
const BAND = { lowStates: 0.93, lowLive: 0.5, highStates: 1.1, highLive: 1.5, highFixed: 1 * GIB } as const;

function moment(totalBytes: number, named: Omit<MemoryParts, "overhead">): MemoryMoment {
  const sum = Object.values(named).reduce((total, part) => total + part, 0);
  return { totalGiB: totalBytes / GIB, parts: { ...named, overhead: totalBytes - sum } };
}

/**
 * GPU memory of a training run, at its peak, on one GPU.
 *
 * Peak = weights + optimizer states + buffers + what lives together in the backward pass + what the allocator reserves
 * on top + the CUDA context; or the optimizer step, if that needs more. With accumulation, gradients of the last batch
 * wait while the next one runs; without, they appear as activations go.
 *
 * Left out: generation during training (PPO), a vision tower's activations, tensor and sequence parallelism, memory of
 * other processes on the card.
 */
export function estimateMemory(settings: MemorySettings): MemoryEstimate {
  const { lengths, accumulation, cardGiB, expandableSegments = false, reading = "device", attention } = settings;
  const { weights, gradients, optimizer, optimizerStep, buffers } = stateBytes(settings);
  const { kept, layer, scores, logits } = activationBytes(settings);
  const activations = kept + layer + scores;
  const live = activations + logits;

  const context = reading === "device" ? MEMORY_CONSTANTS.contextBytes : 0;
  const { constantSlack, variedSlack } = MEMORY_CONSTANTS;
  const even = lengths === "constant" || expandableSegments;
  const slack = reading === "allocated" ? 1 : even ? constantSlack : variedSlack;
  const states = weights + optimizer + buffers;
  const passing = accumulation > 1 ? gradients + live : Math.max(live, gradients + layer);

  const needed = states + passing + context;
  const card = cardGiB === undefined ? Number.POSITIVE_INFINITY : cardGiB * GIB;
  const reserved = needed + live * (slack - 1);
  // Out of memory, torch first gives cached blocks back: only what lives has to fit.
  const backward = Math.min(reserved, Math.max(card, needed));
  const step = weights + optimizer + gradients + optimizerStep + context;
  const peak = Math.max(backward, step);

  const fixed = states + (passing - live) + context;
  const low = Math.max(BAND.lowStates * fixed + BAND.lowLive * live, BAND.lowStates * (step - optimizerStep));
  const isLong = batchTokens(settings).length >= LONG_SEQUENCE;
  const unfused = isLong && lengths === "varied" && attention === "fused";
  const risk = unfused ? activationBytes({ ...settings, attention: "eager" }).scores : 0;
  const uncapped = BAND.highStates * fixed + BAND.highLive * slack * live + risk + BAND.highFixed;
  const high = Math.max(Math.min(uncapped, Math.max(card, needed)), BAND.highStates * step + BAND.highFixed, peak);

  const notes: MemoryNote[] = [];
  if (step > backward) notes.push("optimizer-step-decides");
  if (Math.max(needed, step) > card) notes.push("does-not-fit-card");
  else if (reserved > card) notes.push("reserved-limited-by-card");
  if (isLong) notes.push("long-sequences");
  if (slack * live > peak / 2) notes.push("mostly-activations");
  if (peak < SMALL_TOTAL_GIB * GIB) notes.push("small-total");

  const kinds = { weights, optimizer, buffers };
  const atEnd = accumulation === 1 && gradients + layer > live;
  const atStart = accumulation === 1 && !atEnd;
  const moments = {
    backward: moment(backward, {
      ...kinds,
      gradients: atStart ? 0 : gradients,
      activations: atEnd ? layer : activations,
      logits: atEnd ? 0 : logits,
    }),
    optimizerStep: moment(step, { ...kinds, buffers: 0, gradients, activations: 0, logits: 0 }),
  };
  const { parts } = step > backward ? moments.optimizerStep : moments.backward;
  return { peakGiB: peak / GIB, parts, moments, band: { lowGiB: low / GIB, highGiB: high / GIB }, notes };
}
