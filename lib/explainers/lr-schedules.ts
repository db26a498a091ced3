/** Learning-rate curves over each other: state, view and YAML. The rates come from lib/calculators. */

import { STEP_SCHEDULERS } from "@/lib/calculators/lr-keyword-arguments";
import { plateauRates } from "@/lib/calculators/lr-plateau";
import { createSchedule, learningRateAt, sampleSchedule } from "@/lib/calculators/lr-schedules";
import { warmupSteps } from "@/lib/calculators/run-plan";
import { defineState, type Field, number, text } from "./url-state";
import { toYamlText } from "./yaml";

export const schedulers = [...STEP_SCHEDULERS, "reduce_lr_on_plateau"] as const;
export type Scheduler = (typeof schedulers)[number];

export interface Keyword {
  readonly key: string;
  /** What is taken if it is left out; `null` where that depends on the run, or where there is none. */
  readonly default: number | string | null;
  readonly options?: readonly string[];
}

const shapes = ["linear", "cosine", "1-sqrt"] as const;
const halfWave: Keyword = { key: "num_cycles", default: 0.5 };
const floor: readonly Keyword[] = [
  { key: "min_lr", default: null },
  { key: "min_lr_rate", default: null },
];

/** `lr_scheduler_kwargs` of each scheduler, with the defaults of transformers 4.57.6 and torch. */
export const keywords: Readonly<Record<Scheduler, readonly Keyword[]>> = {
  linear: [],
  cosine: [halfWave],
  cosine_with_restarts: [{ key: "num_cycles", default: 1 }],
  polynomial: [
    { key: "power", default: 1 },
    { key: "lr_end", default: 1e-7 },
  ],
  constant: [],
  constant_with_warmup: [],
  inverse_sqrt: [],
  cosine_with_min_lr: [...floor, halfWave],
  cosine_warmup_with_min_lr: [...floor, halfWave, { key: "warmup_lr_rate", default: null }],
  warmup_stable_decay: [
    { key: "num_stable_steps", default: null },
    { key: "num_decay_steps", default: null },
    { key: "warmup_type", default: "linear", options: shapes },
    { key: "decay_type", default: "cosine", options: shapes },
    { key: "min_lr_ratio", default: 0 },
    halfWave,
  ],
  reduce_lr_on_plateau: [
    { key: "factor", default: 0.1 },
    { key: "patience", default: 10 },
    { key: "threshold", default: 1e-4 },
    { key: "threshold_mode", default: "rel", options: ["rel", "abs"] },
    { key: "mode", default: "min", options: ["min", "max"] },
    { key: "cooldown", default: 0 },
    { key: "min_lr", default: 0 },
    { key: "eps", default: 1e-8 },
  ],
};

export interface Curve {
  readonly scheduler: Scheduler;
  readonly kwargs: Readonly<Record<string, number | string>>;
}

/** A new curve of a scheduler, with what upstream refuses to start without. */
export function newCurve(scheduler: Scheduler): Curve {
  return { scheduler, kwargs: keywords[scheduler].includes(floor[0] as Keyword) ? { min_lr_rate: 0.1 } : {} };
}

export const mostCurves = 11;
const largest = 1e9;

function readKeyword(keyword: Keyword, written: string): number | string | undefined {
  if (keyword.options) return keyword.options.find((option) => option === written);
  const value = written === "" ? Number.NaN : Number(written);
  return Math.abs(value) <= largest ? value : undefined;
}

/** `polynomial,power:2`; unknown schedulers and keywords are dropped. */
function readCurve(written: string): Curve | undefined {
  const [name, ...pairs] = written.slice(0, 300).split(",");
  const scheduler = schedulers.find((one) => one === name);
  if (scheduler === undefined) return undefined;
  const given = new Map(pairs.map((pair) => pair.split(":") as [string, string]));
  const kwargs: Record<string, number | string> = {};
  for (const keyword of keywords[scheduler]) {
    const value = readKeyword(keyword, given.get(keyword.key) ?? "");
    if (value !== undefined) kwargs[keyword.key] = value;
  }
  return { scheduler, kwargs };
}

function writeCurve({ scheduler, kwargs }: Curve): string {
  const pairs = keywords[scheduler].flatMap(({ key }) => (kwargs[key] === undefined ? [] : [`${key}:${kwargs[key]}`]));
  return [scheduler, ...pairs].join(",");
}

const curveList: Field<readonly Curve[]> = {
  read: (texts) => {
    const curves = texts.flatMap((written) => readCurve(written) ?? []);
    return curves.length === 0 ? undefined : curves.slice(0, mostCurves);
  },
  write: (curves) => curves.map(writeCurve),
};

export interface LrSchedulesState {
  readonly learning_rate: number;
  readonly max_steps: number;
  readonly warmup_steps: number;
  readonly warmup_ratio: number;
  readonly curve: readonly Curve[];
  /** The step at which rates are read off. */
  readonly at: number;
  /** Metrics at the evaluations, for `reduce_lr_on_plateau`. */
  readonly metrics: string;
  readonly eval_steps: number;
}

export const limits = {
  learning_rate: { min: 1e-8, max: 1 },
  max_steps: { min: 1, max: 1e7 },
  warmup_steps: { min: 0, max: 1e7 },
  warmup_ratio: { min: 0, max: 1 },
  eval_steps: { min: 1, max: 1e7 },
} as const;

export const lrSchedules = defineState<LrSchedulesState>(
  {
    learning_rate: 1e-4,
    max_steps: 1000,
    warmup_steps: 0,
    warmup_ratio: 0.1,
    curve: [newCurve("cosine"), newCurve("linear"), newCurve("cosine_with_min_lr"), newCurve("warmup_stable_decay")],
    at: 500,
    metrics: "2.1 1.8 1.6 1.5 1.5 1.51 1.5 1.52 1.5 1.5 1.51 1.5 1.5 1.5 1.5 1.51 1.5 1.5 1.5 1.5",
    eval_steps: 50,
  },
  {
    learning_rate: number(limits.learning_rate),
    max_steps: number({ ...limits.max_steps, whole: true }),
    warmup_steps: number({ ...limits.warmup_steps, whole: true }),
    warmup_ratio: number(limits.warmup_ratio),
    curve: curveList,
    at: number({ min: 0, max: 1e7, whole: true }),
    metrics: text({ length: 600, allowed: /[\d.,e +-]/ }),
    eval_steps: number({ ...limits.eval_steps, whole: true }),
  },
);

/** Why upstream would not start, in the terms of the texts. */
export type Refusal = "floor-missing" | "floor-twice" | "end-too-high" | "factor-too-large" | "other";

export interface CurveView extends Curve {
  readonly index: number;
  /** `polynomial (power 2)` */
  readonly label: string;
  readonly refusal: Refusal | null;
  readonly points: readonly (readonly [step: number, rate: number])[];
  /** The rate at one step; NaN where upstream crashes. */
  readonly rateAt: (step: number) => number;
}

export interface LrSchedulesView {
  readonly warmup: number;
  readonly at: number;
  readonly curves: readonly CurveView[];
  readonly highest: number;
  /** Steps that the table lists. */
  readonly tableSteps: readonly number[];
}

// Enough for a screen's width, and for the teeth of a dozen restarts.
const POINTS = 401;

function refusalOf(kwargs: Curve["kwargs"], scheduler: Scheduler): Refusal {
  if (scheduler === "polynomial") return "end-too-high";
  if (kwargs.min_lr !== undefined && kwargs.min_lr_rate !== undefined) return "floor-twice";
  return scheduler.includes("min_lr") ? "floor-missing" : "other";
}

export function parseMetrics(written: string): number[] {
  return written
    .split(/[\s,]+/)
    .filter((word) => word !== "")
    .map(Number)
    .filter(Number.isFinite);
}

function plateauRateAt(state: LrSchedulesState, { kwargs }: Curve): ((step: number) => number) | null {
  const numeric = (key: string) => (typeof kwargs[key] === "number" ? { value: kwargs[key] } : null);
  const factor = numeric("factor")?.value ?? 0.1;
  if (factor >= 1) return null;
  const rates = plateauRates(
    {
      baseRate: state.learning_rate,
      factor,
      mode: kwargs.mode === "max" ? "max" : "min",
      thresholdMode: kwargs.threshold_mode === "abs" ? "abs" : "rel",
      patience: numeric("patience")?.value ?? 10,
      threshold: numeric("threshold")?.value ?? 1e-4,
      cooldown: numeric("cooldown")?.value ?? 0,
      minRate: numeric("min_lr")?.value ?? 0,
      epsilon: numeric("eps")?.value ?? 1e-8,
    },
    parseMetrics(state.metrics),
  );
  // After the last metric that was given, nothing is known to change.
  return (step) => rates[Math.min(rates.length, Math.floor(step / state.eval_steps)) - 1] ?? state.learning_rate;
}

function viewCurve(state: LrSchedulesState, warmup: number, curve: Curve, index: number): CurveView {
  const { learning_rate: baseRate, max_steps: totalSteps } = state;
  const { scheduler, kwargs } = curve;
  const written = Object.entries(kwargs).map(([key, value]) => `${key} ${value}`);
  const label = written.length === 0 ? scheduler : `${scheduler} (${written.join(", ")})`;
  const named = { ...curve, index, label };
  const refused = (refusal: Refusal): CurveView => ({ ...named, refusal, points: [], rateAt: () => Number.NaN });

  if (scheduler === "reduce_lr_on_plateau") {
    const rateAt = plateauRateAt(state, curve);
    if (!rateAt) return refused("factor-too-large");
    const corners = Array.from(
      { length: Math.min(200, Math.floor(totalSteps / state.eval_steps)) },
      (_, evaluation) => {
        const step = (evaluation + 1) * state.eval_steps;
        return [
          [step, rateAt(step - 1)],
          [step, rateAt(step)],
        ] as const;
      },
    );
    return {
      ...named,
      refusal: null,
      rateAt,
      points: [[0, baseRate], ...corners.flat(), [totalSteps, rateAt(totalSteps)]],
    };
  }
  const schedule = createSchedule({ scheduler, baseRate, totalSteps, warmupSteps: warmup, kwargs });
  if (schedule.kind === "refused") return refused(refusalOf(kwargs, scheduler));
  const points = sampleSchedule(schedule, POINTS).map(({ step, rate }) => [step, rate] as const);
  return { ...named, refusal: null, points, rateAt: (step) => learningRateAt(schedule, step) };
}

export function viewLrSchedules(state: LrSchedulesState): LrSchedulesView {
  const { max_steps: total } = state;
  const warmup = warmupSteps(total, { steps: state.warmup_steps, ratio: state.warmup_ratio });
  const at = Math.min(state.at, total);
  const curves = state.curve.map((curve, index) => viewCurve(state, warmup, curve, index));
  const highest = Math.max(
    state.learning_rate,
    ...curves.flatMap(({ points }) => points.map(([, rate]) => rate).filter(Number.isFinite)),
  );
  const steps = [0, 1, warmup, ...[0.25, 0.5, 0.75].map((share) => Math.round(share * total)), total - 1, total, at];
  const tableSteps = [...new Set(steps)].filter((step) => step >= 0 && step <= total).sort((a, b) => a - b);
  return { warmup, at, curves, highest, tableSteps };
}

/** The keys that give one of the curves. */
export function lrSchedulesYaml(state: LrSchedulesState, index = 0): string {
  const curve = state.curve[index] ?? state.curve[0] ?? newCurve("linear");
  const plateau = curve.scheduler === "reduce_lr_on_plateau";
  const ignoresWarmup = plateau || curve.scheduler === "constant";
  return toYamlText({
    learning_rate: state.learning_rate,
    lr_scheduler_type: curve.scheduler,
    lr_scheduler_kwargs: curve.kwargs,
    ...(ignoresWarmup
      ? {}
      : state.warmup_steps > 0
        ? { warmup_steps: state.warmup_steps }
        : { warmup_ratio: state.warmup_ratio }),
    max_steps: state.max_steps,
    ...(plateau ? { eval_strategy: "steps", eval_steps: state.eval_steps, metric_for_best_model: "eval_loss" } : {}),
  });
}
