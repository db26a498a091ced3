/** From data and batch to steps, warmup, checkpoints and tokens: state, view and YAML. Counting is in lib/calculators. */

import { countSteps, type Rhythm } from "@/lib/calculators/run-plan";
import { type PlanSettings, type PlanWarning, planRun, type RunPlan } from "@/lib/calculators/run-planner";
import { formatCount, formatShort, formatSignificant } from "./format";
import { choice, defineState, flag, number } from "./url-state";
import { toYamlText } from "./yaml";

export const strategies = ["no", "steps", "epoch"] as const;
export type Strategy = (typeof strategies)[number];

export interface RunPlannerState {
  readonly samples: number;
  /** The length of the data is unknown. */
  readonly streaming: boolean;
  readonly val_size: number;
  /** Tokens in an average sample. */
  readonly tokens: number;
  readonly cutoff_len: number;
  readonly packing: boolean;
  readonly per_device_train_batch_size: number;
  readonly gradient_accumulation_steps: number;
  readonly gpus: number;
  readonly num_train_epochs: number;
  /** 0: by epochs */
  readonly max_steps: number;
  readonly dataloader_drop_last: boolean;
  readonly warmup_steps: number;
  readonly warmup_ratio: number;
  readonly save_strategy: Strategy;
  readonly save_steps: number;
  /** 0: no limit */
  readonly save_total_limit: number;
  readonly eval_strategy: Strategy;
  readonly eval_steps: number;
}

export const limits = {
  samples: { min: 1, max: 1e8 },
  val_size: { min: 0, max: 1e8 },
  tokens: { min: 1, max: 1e6 },
  cutoff_len: { min: 1, max: 1e6 },
  per_device_train_batch_size: { min: 1, max: 4096 },
  gradient_accumulation_steps: { min: 1, max: 4096 },
  gpus: { min: 1, max: 4096 },
  num_train_epochs: { min: 0.01, max: 1000 },
  max_steps: { min: 0, max: 1e7 },
  warmup_steps: { min: 0, max: 1e7 },
  warmup_ratio: { min: 0, max: 1 },
  /** Below 1, a share of the run. */
  save_steps: { min: 0.001, max: 1e7 },
  save_total_limit: { min: 0, max: 1e4 },
  eval_steps: { min: 0.001, max: 1e7 },
} as const;

const whole = <K extends keyof typeof limits>(key: K) => number({ ...limits[key], whole: true });

export const runPlanner = defineState<RunPlannerState>(
  {
    samples: 10_000,
    streaming: false,
    val_size: 0,
    tokens: 400,
    cutoff_len: 2048,
    packing: false,
    per_device_train_batch_size: 1,
    gradient_accumulation_steps: 8,
    gpus: 1,
    num_train_epochs: 3,
    max_steps: 0,
    dataloader_drop_last: false,
    warmup_steps: 0,
    warmup_ratio: 0.1,
    save_strategy: "steps",
    save_steps: 500,
    save_total_limit: 0,
    eval_strategy: "no",
    eval_steps: 500,
  },
  {
    samples: whole("samples"),
    streaming: flag,
    val_size: number(limits.val_size),
    tokens: whole("tokens"),
    cutoff_len: whole("cutoff_len"),
    packing: flag,
    per_device_train_batch_size: whole("per_device_train_batch_size"),
    gradient_accumulation_steps: whole("gradient_accumulation_steps"),
    gpus: whole("gpus"),
    num_train_epochs: number(limits.num_train_epochs),
    max_steps: whole("max_steps"),
    dataloader_drop_last: flag,
    warmup_steps: whole("warmup_steps"),
    warmup_ratio: number(limits.warmup_ratio),
    save_strategy: choice(strategies),
    save_steps: number(limits.save_steps),
    save_total_limit: whole("save_total_limit"),
    eval_strategy: choice(strategies),
    eval_steps: number(limits.eval_steps),
  },
);

/** Rows of the table of numbers. */
export type PlanRow =
  | "training-samples"
  | "validation-samples"
  | "examples"
  | "effective-batch"
  | "batches"
  | "updates-per-epoch"
  | "total-steps"
  | "epochs-run"
  | "warmup"
  | "saves"
  | "evaluations"
  | "tokens-per-step"
  | "total-tokens";

export interface PlanNumber {
  readonly row: PlanRow;
  readonly value: string;
  /** The formula with the numbers in it; empty where the value was typed in. */
  readonly how: string;
}

/** Marks on the line of the run, as shares of its length; `null` where they would lie closer than can be drawn. */
export interface RunMarks {
  readonly warmup: number;
  readonly epochs: readonly number[] | null;
  readonly saves: readonly number[] | null;
  readonly evaluations: readonly number[] | null;
}

export type RunPlannerView =
  | {
      readonly kind: "plan";
      readonly plan: RunPlan;
      readonly saveCount: number;
      readonly evaluationCount: number;
      readonly numbers: readonly PlanNumber[];
      readonly marks: RunMarks;
      readonly warnings: readonly PlanWarning[];
    }
  /** Streaming data without `max_steps`. */
  | { readonly kind: "endless" };

// A run may have a billion steps; a list of them may not.
const MOST_LISTED = 20_000;
const MOST_MARKS = 150;

function settingsOf(state: RunPlannerState): PlanSettings {
  return {
    samples: state.streaming ? null : state.samples,
    validation: state.val_size,
    averageTokens: state.tokens,
    cutoffLen: state.cutoff_len,
    packing: state.packing,
    perDeviceBatch: state.per_device_train_batch_size,
    accumulation: state.gradient_accumulation_steps,
    worldSize: state.gpus,
    epochs: state.num_train_epochs,
    maxSteps: state.max_steps,
    dropLast: state.dataloader_drop_last,
    warmupSteps: state.warmup_steps,
    warmupRatio: state.warmup_ratio,
    save: { strategy: state.save_strategy, every: state.save_steps },
    saveLimit: state.save_total_limit === 0 ? null : state.save_total_limit,
    evaluate: { strategy: state.eval_strategy, every: state.eval_steps },
  };
}

function marks(steps: readonly number[], total: number): number[] | null {
  return steps.length > MOST_MARKS ? null : steps.map((step) => step / total);
}

/** Formulas are the same in both languages, and show where rounding happens. */
function numbersOf(state: RunPlannerState, plan: RunPlan, saves: number, evaluations: number): PlanNumber[] {
  const { steps, trainingSamples, validationSamples, examples } = plan;
  const { effectiveBatch, batchesPerProcess, updatesPerEpoch, totalSteps, epochsRun } = steps;
  const { per_device_train_batch_size: batch, gradient_accumulation_steps: accumulation, gpus } = state;
  const n = formatCount;
  const bySteps = state.max_steps > 0;
  const sampleTokens = Math.min(state.tokens, state.cutoff_len);
  const [open, close] = state.dataloader_drop_last ? ["⌊", "⌋"] : ["⌈", "⌉"];
  const rows: (PlanNumber | false)[] = [
    trainingSamples !== null && {
      row: "training-samples",
      value: n(trainingSamples),
      how: validationSamples > 0 ? `${n(state.samples)} − ${n(validationSamples)}` : "",
    },
    validationSamples > 0 && {
      row: "validation-samples",
      value: n(validationSamples),
      how: state.val_size > 1 ? "val_size" : `⌈${state.val_size} × ${n(state.samples)}⌉`,
    },
    state.packing &&
      examples !== null && {
        row: "examples",
        value: n(examples),
        how: `⌈${n(trainingSamples ?? 0)} × ${n(sampleTokens)} / ${n(state.cutoff_len)}⌉`,
      },
    { row: "effective-batch", value: n(effectiveBatch), how: `${n(batch)} × ${n(accumulation)} × ${n(gpus)}` },
    batchesPerProcess !== null && {
      row: "batches",
      value: n(batchesPerProcess),
      how: `${open}${open}${n(examples ?? 0)} / ${n(batch)}${close} / ${n(gpus)}${close}`,
    },
    batchesPerProcess !== null && {
      row: "updates-per-epoch",
      value: n(updatesPerEpoch),
      how: `⌈${n(batchesPerProcess)} / ${n(accumulation)}⌉`,
    },
    {
      row: "total-steps",
      value: n(totalSteps),
      how: bySteps ? "max_steps" : `⌈${state.num_train_epochs} × ${n(updatesPerEpoch)}⌉`,
    },
    epochsRun !== null && {
      row: "epochs-run",
      value: n(epochsRun),
      how: bySteps ? `⌈${n(totalSteps)} / ${n(updatesPerEpoch)}⌉` : `⌈${state.num_train_epochs}⌉`,
    },
    {
      row: "warmup",
      value: n(plan.warmupSteps),
      how: state.warmup_steps > 0 ? "warmup_steps" : `⌈${n(totalSteps)} × ${state.warmup_ratio}⌉`,
    },
    { row: "saves", value: n(saves), how: howOften(state.save_strategy, state.save_steps, plan) },
    { row: "evaluations", value: n(evaluations), how: howOften(state.eval_strategy, state.eval_steps, plan) },
    {
      row: "tokens-per-step",
      value: formatShort(plan.tokensPerStep),
      how: `${n(effectiveBatch)} × ${n(state.packing ? state.cutoff_len : sampleTokens)}`,
    },
    {
      row: "total-tokens",
      value: formatShort(plan.totalTokens),
      how:
        bySteps || trainingSamples === null
          ? `${n(totalSteps)} × ${formatSignificant(plan.tokensPerStep, 6)}`
          : `${n(trainingSamples)} × ${n(sampleTokens)} × ${state.num_train_epochs}`,
    },
  ];
  return rows.filter((row) => row !== false);
}

function intervalOf(strategy: Strategy, every: number, { steps }: Pick<RunPlan, "steps">): number {
  if (strategy === "epoch") return steps.updatesPerEpoch;
  return every < 1 ? Math.ceil(steps.totalSteps * every) : Math.round(every);
}

function howOften(strategy: Strategy, every: number, plan: RunPlan): string {
  return strategy === "no"
    ? ""
    : `${formatCount(plan.steps.totalSteps)} / ${formatCount(intervalOf(strategy, every, plan))}`;
}

export function viewRunPlanner(state: RunPlannerState): RunPlannerView {
  const settings = settingsOf(state);
  const steps = countSteps({ ...settings, examples: settings.samples });
  if (steps.kind === "refused") return { kind: "endless" };

  const listed = (rhythm: Rhythm): Rhythm => {
    const every =
      rhythm.strategy === "steps" && (rhythm.every ?? 1) >= 1 ? Math.round(rhythm.every ?? 1) : rhythm.every;
    const interval = rhythm.strategy === "epoch" ? steps.updatesPerEpoch : (every ?? 1);
    const tooMany = rhythm.strategy !== "no" && interval >= 1 && steps.totalSteps / interval > MOST_LISTED;
    return tooMany ? { strategy: "no" } : { ...rhythm, ...(every === undefined ? {} : { every }) };
  };
  const plan = planRun({
    ...settings,
    save: listed(settings.save ?? { strategy: "no" }),
    evaluate: listed(settings.evaluate ?? { strategy: "no" }),
  });
  if (plan.kind === "refused") return { kind: "endless" };

  const total = plan.steps.totalSteps;
  const count = (steps: readonly number[], strategy: Strategy, every: number) =>
    strategy === "no" || steps.length > 0 ? steps.length : Math.floor(total / intervalOf(strategy, every, plan));
  const saveCount = count(plan.saves, state.save_strategy, state.save_steps);
  const evaluationCount = count(plan.evaluations, state.eval_strategy, state.eval_steps);
  const epochSteps = Array.from(
    { length: Math.min(MOST_MARKS + 1, Math.floor(total / plan.steps.updatesPerEpoch)) },
    (_, epoch) => (epoch + 1) * plan.steps.updatesPerEpoch,
  );
  const warnings = new Set(plan.warnings);
  if (saveCount > MOST_LISTED && state.save_total_limit === 0) warnings.add("many-checkpoints");
  return {
    kind: "plan",
    plan,
    saveCount,
    evaluationCount,
    numbers: numbersOf(state, plan, saveCount, evaluationCount),
    marks: {
      warmup: Math.min(1, plan.warmupSteps / total),
      epochs: plan.steps.epochsRun === null ? [] : marks(epochSteps, total),
      saves: saveCount > plan.saves.length ? null : marks(plan.saves, total),
      evaluations: evaluationCount > plan.evaluations.length ? null : marks(plan.evaluations, total),
    },
    warnings: [...warnings],
  };
}

export function runPlannerYaml(state: RunPlannerState): string {
  const every = (steps: number) => (steps < 1 ? steps : Math.round(steps));
  return toYamlText({
    cutoff_len: state.cutoff_len,
    packing: state.packing || undefined,
    streaming: state.streaming || undefined,
    val_size: state.val_size > 0 ? state.val_size : undefined,
    per_device_train_batch_size: state.per_device_train_batch_size,
    gradient_accumulation_steps: state.gradient_accumulation_steps,
    ...(state.max_steps > 0 ? { max_steps: state.max_steps } : { num_train_epochs: state.num_train_epochs }),
    dataloader_drop_last: state.dataloader_drop_last || undefined,
    ...(state.warmup_steps > 0 ? { warmup_steps: state.warmup_steps } : { warmup_ratio: state.warmup_ratio }),
    save_strategy: state.save_strategy,
    save_steps: state.save_strategy === "steps" ? every(state.save_steps) : undefined,
    save_total_limit: state.save_total_limit > 0 ? state.save_total_limit : undefined,
    eval_strategy: state.eval_strategy === "no" ? undefined : state.eval_strategy,
    eval_steps: state.eval_strategy === "steps" ? every(state.eval_steps) : undefined,
  });
}
