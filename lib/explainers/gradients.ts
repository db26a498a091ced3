/**
 * What one optimizer step sees: samples in micro-batches on several GPUs, their losses and gradients together, then clipped.
 * The samples are invented; how they are averaged and clipped is upstream's way (lib/calculators/gradients.ts).
 */

import {
  accumulateGradients,
  type ClippedGradient,
  clipGradient,
  gradientNorm,
  type MicroBatch,
} from "@/lib/calculators/gradients";
import { seededRandom } from "./random";
import { choice, defineState, number } from "./url-state";
import { toYamlText } from "./yaml";

/** `tokens`: all tokens alike. `devices`: alike on each GPU, then GPUs alike. `batches`: micro-batches alike. */
export const weightings = ["tokens", "devices", "batches"] as const;
export type Weighting = (typeof weightings)[number];

export interface GradientsState {
  readonly per_device_train_batch_size: number;
  readonly gradient_accumulation_steps: number;
  readonly gpus: number;
  readonly max_grad_norm: number;
  readonly weighting: Weighting;
  /** How many times longer the longest answer is than the shortest. */
  readonly spread: number;
  /** Which invented samples. */
  readonly draw: number;
}

export const limits = {
  per_device_train_batch_size: { min: 1, max: 8 },
  gradient_accumulation_steps: { min: 1, max: 8 },
  gpus: { min: 1, max: 8 },
  max_grad_norm: { min: 0, max: 10 },
  spread: { min: 1, max: 50 },
  draw: { min: 1, max: 99 },
} as const;

export const gradients = defineState<GradientsState>(
  {
    per_device_train_batch_size: 2,
    gradient_accumulation_steps: 4,
    gpus: 2,
    max_grad_norm: 1,
    weighting: "tokens",
    spread: 20,
    draw: 1,
  },
  {
    per_device_train_batch_size: number({ ...limits.per_device_train_batch_size, whole: true }),
    gradient_accumulation_steps: number({ ...limits.gradient_accumulation_steps, whole: true }),
    gpus: number({ ...limits.gpus, whole: true }),
    max_grad_norm: number(limits.max_grad_norm),
    weighting: choice(weightings),
    spread: number(limits.spread),
    draw: number({ ...limits.draw, whole: true }),
  },
);

/** Loss and gradient are means over the tokens. */
interface Sample extends MicroBatch {
  readonly loss: number;
}

export interface MicroBatchView extends Sample {
  readonly gpu: number;
  /** Which forward and backward pass on this GPU, from 0. */
  readonly pass: number;
  /** Tokens of each sample that count in the loss. */
  readonly sampleTokens: readonly number[];
  readonly norm: number;
  /** Its share in the step's gradient, by the chosen weighting. */
  readonly weight: number;
}

export interface GradientsView {
  readonly effectiveBatch: number;
  readonly tokens: number;
  readonly microBatches: readonly MicroBatchView[];
  /** Mean loss of the step by each weighting. */
  readonly losses: Readonly<Record<Weighting, number>>;
  readonly gradient: readonly number[];
  readonly clipped: ClippedGradient;
  readonly longestSampleTokens: number;
}

const LONGEST_ANSWER = 1000;

/** Short answers lose more per token and pull elsewhere, so that the weighting makes a difference one can see. */
function inventSamples(count: number, { spread, draw }: GradientsState): Sample[] {
  const random = seededRandom(draw);
  return Array.from({ length: count }, () => {
    const [length, noise, turn] = [random(), random(), random()];
    const shortness = spread === 1 ? 0.5 : 1 - length;
    const loss = 0.7 + 1.1 * shortness + 0.5 * noise;
    const angle = -0.5 + 1.9 * shortness + 1.6 * (turn - 0.5);
    const norm = 0.5 + 1.3 * loss * (0.6 + 0.8 * noise);
    return {
      tokens: Math.max(1, Math.round(LONGEST_ANSWER * spread ** (length - 1))),
      loss,
      gradient: [norm * Math.cos(angle), norm * Math.sin(angle)],
    };
  });
}

/** Means of several parts, weighted. The loss is averaged as the gradient is, which is its derivative. */
function combine(parts: readonly Sample[], weighting: "tokens" | "batches"): Sample {
  const withLoss = parts.map(({ tokens, gradient, loss }) => ({ tokens, gradient: [...gradient, loss] }));
  const mean = accumulateGradients(withLoss, weighting);
  return {
    tokens: parts.reduce((sum, { tokens }) => sum + tokens, 0),
    gradient: mean.slice(0, -1),
    loss: mean.at(-1) ?? 0,
  };
}

export function viewGradients(state: GradientsState): GradientsView {
  const { gpus, gradient_accumulation_steps: passes, per_device_train_batch_size: size } = state;
  const samples = inventSamples(gpus * passes * size, state);
  const batches = Array.from({ length: gpus * passes }, (_, index) => {
    const inside = samples.slice(index * size, (index + 1) * size);
    // The trainer hands out the samples pass by pass, to every GPU in turn.
    return { ...combine(inside, "tokens"), gpu: index % gpus, pass: Math.floor(index / gpus), inside };
  });
  const perGpu = Array.from({ length: gpus }, (_, gpu) =>
    combine(
      batches.filter((batch) => batch.gpu === gpu),
      "tokens",
    ),
  );
  const steps: Record<Weighting, Sample> = {
    tokens: combine(batches, "tokens"),
    devices: combine(perGpu, "batches"),
    batches: combine(batches, "batches"),
  };
  const step = steps[state.weighting];
  const weightOf = ({ tokens, gpu }: { tokens: number; gpu: number }): number => {
    if (state.weighting === "tokens") return tokens / step.tokens;
    if (state.weighting === "devices") return tokens / (perGpu[gpu]?.tokens ?? 1) / gpus;
    return 1 / batches.length;
  };
  return {
    effectiveBatch: samples.length,
    tokens: step.tokens,
    microBatches: batches.map(({ inside, ...batch }) => ({
      ...batch,
      sampleTokens: inside.map(({ tokens }) => tokens),
      norm: gradientNorm(batch.gradient),
      weight: weightOf(batch),
    })),
    losses: { tokens: steps.tokens.loss, devices: steps.devices.loss, batches: steps.batches.loss },
    gradient: step.gradient,
    clipped: clipGradient(step.gradient, state.max_grad_norm),
    longestSampleTokens: Math.max(...samples.map(({ tokens }) => tokens)),
  };
}

export function gradientsYaml(state: GradientsState): string {
  return toYamlText({
    per_device_train_batch_size: state.per_device_train_batch_size,
    gradient_accumulation_steps: state.gradient_accumulation_steps,
    max_grad_norm: state.max_grad_norm,
    average_tokens_across_devices: state.weighting === "devices" ? false : undefined,
  });
}
