/**
 * Learning rates as transformers 4.57.6 computes them (src/transformers/optimization.py), with the phases that
 * LLaMA-Factory v0.9.5 fills in for `warmup_stable_decay` (src/llamafactory/train/trainer_utils.py, lines 551-570).
 *
 * Rates have the unit of `learning_rate`. A step counts finished optimizer updates: the k-th update uses the rate at
 * step k - 1. `reduce_lr_on_plateau` follows a metric and not the step: see lr-plateau.ts.
 */

import {
  type KeywordArguments,
  readKeywordArguments,
  type StepScheduler,
  type UpstreamError,
} from "@/lib/calculators/lr-keyword-arguments";

export interface ScheduleSettings {
  readonly scheduler: StepScheduler;
  /** `learning_rate` */
  readonly baseRate: number;
  /** Optimizer updates of the run. */
  readonly totalSteps: number;
  /** Resolved: see `warmupSteps` in run-plan.ts. */
  readonly warmupSteps: number;
  /** `lr_scheduler_kwargs` as written. */
  readonly kwargs?: Readonly<Record<string, unknown>>;
  /** Whether LLaMA-Factory (the default) or transformers alone sets the schedule up. */
  readonly through?: "llamafactory" | "transformers";
}

export interface Schedule {
  readonly kind: "schedule";
  readonly scheduler: StepScheduler;
  readonly baseRate: number;
  readonly totalSteps: number;
  readonly warmupSteps: number;
  readonly kwargs: KeywordArguments;
}

export interface RefusedSchedule {
  readonly kind: "refused";
  /** The exception upstream raises while it sets the scheduler up. */
  readonly error: UpstreamError;
  readonly reason: string;
}

/**
 * Checks the settings as upstream does and fills in its defaults.
 *
 * @returns a schedule, or the exception that upstream raises for these settings
 */
export function createSchedule(settings: ScheduleSettings): Schedule | RefusedSchedule {
  const { scheduler, baseRate, totalSteps, warmupSteps, through = "llamafactory" } = settings;
  let written = settings.kwargs ?? {};
  if (scheduler === "warmup_stable_decay" && through === "llamafactory") {
    const remaining = totalSteps - warmupSteps;
    const stable = Math.floor(remaining / 3);
    written = { num_stable_steps: stable, num_decay_steps: remaining - stable, ...written };
  }
  const read = readKeywordArguments(scheduler, written, { baseRate, totalSteps, warmupSteps });
  if (read.kind === "refused") return read;
  return { kind: "schedule", scheduler, baseRate, totalSteps, warmupSteps, kwargs: read.kwargs };
}

/** Python's `%`, whose result has the sign of the divisor. */
const modulo = (value: number, divisor: number) => ((value % divisor) + divisor) % divisor;

const halfWave = (turns: number) => 0.5 * (1 + Math.cos(Math.PI * turns));

function ramp(step: number, { warmupSteps }: Schedule): number {
  return step / Math.max(1, warmupSteps);
}

function progress(step: number, { totalSteps, warmupSteps }: Schedule): number {
  return (step - warmupSteps) / Math.max(1, totalSteps - warmupSteps);
}

function cosine(turns: number, floor: number): number {
  return Math.max(0, halfWave(turns) * (1 - floor) + floor);
}

function polynomial(step: number, { baseRate, totalSteps, warmupSteps, kwargs }: Schedule): number {
  const { lrEnd, power } = kwargs;
  if (step > totalSteps) return lrEnd / baseRate;
  const decaySteps = totalSteps - warmupSteps;
  if (decaySteps === 0) return Number.NaN; // upstream divides by zero
  const remaining = 1 - (step - warmupSteps) / decaySteps;
  if (remaining === 0 && power < 0) return Number.NaN;
  return ((baseRate - lrEnd) * remaining ** power + lrEnd) / baseRate;
}

function cosineWarmupWithFloor(step: number, schedule: Schedule): number {
  const { warmupSteps, totalSteps, kwargs } = schedule;
  const { minRatio, warmupRatio, cycles } = kwargs;
  if (step < warmupSteps) {
    if (warmupRatio === null) return (step + 1) / Math.max(1, warmupSteps);
    return warmupRatio + ((1 - warmupRatio) * step) / Math.max(1, warmupSteps - 1);
  }
  const ahead = (step - warmupSteps + 1) / Math.max(1, totalSteps - warmupSteps);
  return cosine(cycles * 2 * ahead, minRatio);
}

function warmupStableDecay(step: number, schedule: Schedule): number {
  const { warmupSteps, kwargs } = schedule;
  const { stableSteps, decaySteps, warmupType, decayType, minRatio, cycles } = kwargs;
  const lift = (factor: number) => Math.max(0, factor * (1 - minRatio) + minRatio);
  if (step < warmupSteps) {
    const x = ramp(step, schedule);
    if (warmupType === "linear") return lift(x);
    return lift(warmupType === "cosine" ? 0.5 * (1 - Math.cos(Math.PI * x)) : 1 - Math.sqrt(1 - x));
  }
  const decayStart = warmupSteps + stableSteps;
  if (step < decayStart) return 1;
  if (step >= decayStart + decaySteps) return minRatio;
  const x = (step - warmupSteps - stableSteps) / Math.max(1, decaySteps);
  if (decayType === "linear") return lift(1 - x);
  return lift(decayType === "cosine" ? halfWave(cycles * 2 * x) : 1 - Math.sqrt(x));
}

/**
 * The factor that the base rate is multiplied with.
 *
 * @param step finished updates, from 0; may lie past the end
 * @returns    no unit; NaN at a step where upstream raises ZeroDivisionError
 */
export function scheduleFactor(schedule: Schedule, step: number): number {
  const { scheduler, warmupSteps, totalSteps, kwargs } = schedule;
  switch (scheduler) {
    case "constant":
      return 1;
    case "cosine_warmup_with_min_lr":
      return cosineWarmupWithFloor(step, schedule);
    case "warmup_stable_decay":
      return warmupStableDecay(step, schedule);
  }
  if (step < warmupSteps) return ramp(step, schedule);
  const p = progress(step, schedule);
  switch (scheduler) {
    case "constant_with_warmup":
      return 1;
    case "linear":
      return Math.max(0, (totalSteps - step) / Math.max(1, totalSteps - warmupSteps));
    case "cosine":
      return cosine(kwargs.cycles * 2 * p, 0);
    case "cosine_with_min_lr":
      return cosine(kwargs.cycles * 2 * p, kwargs.minRatio);
    case "cosine_with_restarts":
      return p >= 1 ? 0 : Math.max(0, halfWave(modulo(kwargs.cycles * p, 1)));
    case "polynomial":
      return polynomial(step, schedule);
    case "inverse_sqrt": {
      const timeScale = warmupSteps || 10_000;
      return 1 / Math.sqrt((step + timeScale - warmupSteps) / timeScale);
    }
  }
}

/** The learning rate at a step, in the unit of `learning_rate`; NaN where upstream crashes. */
export function learningRateAt(schedule: Schedule, step: number): number {
  return schedule.baseRate * scheduleFactor(schedule, step);
}

/**
 * Evenly spread points of the curve, the first and the last step of the run among them.
 *
 * @param count at least 2; a run with fewer steps gives fewer points
 */
export function sampleSchedule(schedule: Schedule, count = 101): { step: number; rate: number }[] {
  const last = schedule.totalSteps;
  const steps = new Set(Array.from({ length: count }, (_, index) => Math.round((index * last) / (count - 1))));
  return [...steps].map((step) => ({ step, rate: learningRateAt(schedule, step) }));
}
