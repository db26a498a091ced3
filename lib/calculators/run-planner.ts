import { countSteps, type Rhythm, type RunSteps, rhythmSteps, warmupSteps } from "@/lib/calculators/run-plan";

export interface PlanSettings {
  /** Samples in the data, before `val_size` is taken off; `null` for streaming. */
  readonly samples: number | null;
  /** `val_size`: above 1 a number of samples, else a share */
  readonly validation?: number;
  /** Tokens in an average sample, the template's included. */
  readonly averageTokens: number;
  /** `cutoff_len`, tokens */
  readonly cutoffLen: number;
  /** `packing` or `neat_packing` */
  readonly packing?: boolean;
  readonly perDeviceBatch: number;
  readonly accumulation: number;
  readonly worldSize: number;
  readonly epochs: number;
  readonly maxSteps?: number;
  readonly dropLast?: boolean;
  readonly warmupSteps?: number;
  readonly warmupRatio?: number;
  readonly save?: Rhythm;
  /** `save_total_limit` */
  readonly saveLimit?: number | null;
  readonly evaluate?: Rhythm;
}

export type PlanWarning =
  | "warmup-longer-than-run"
  | "warmup-fills-run"
  | "warmup-ratio-ignored"
  | "epochs-ignored"
  | "one-update-per-epoch"
  | "very-few-updates"
  | "last-batch-filled-up"
  | "samples-dropped"
  | "no-training-samples"
  | "only-last-checkpoint"
  | "many-checkpoints"
  | "never-evaluates"
  | "evaluates-without-validation"
  | "samples-cut"
  | "packs-estimated";

export interface RunPlan {
  readonly kind: "plan";
  readonly trainingSamples: number | null;
  readonly validationSamples: number;
  /** What the data loader counts: samples, or packs with packing. */
  readonly examples: number | null;
  readonly steps: Extract<RunSteps, { kind: "counted" }>;
  readonly warmupSteps: number;
  /** Step numbers. */
  readonly saves: readonly number[];
  readonly evaluations: readonly number[];
  /** Real tokens in one update, padding not counted; an expectation. */
  readonly tokensPerStep: number;
  readonly totalTokens: number;
  readonly warnings: readonly PlanWarning[];
}

// Without a limit every checkpoint stays on the disk; more than this fills one quickly.
const MANY_CHECKPOINTS = 20;
// Fewer updates than this leave the schedule no room.
const FEW_UPDATES = 10;

function splitValidation(samples: number | null, validation: number): { training: number | null; held: number } {
  if (samples === null || validation <= 0) return { training: samples, held: 0 };
  // datasets' train_test_split rounds a share up; LLaMA-Factory takes 1 and below as a share (data/data_utils.py).
  const held = validation > 1 ? Math.floor(validation) : Math.ceil(validation * samples);
  return { training: Math.max(0, samples - held), held: Math.min(held, samples) };
}

/**
 * The whole plan of a run: steps, warmup, saves, evaluations, tokens, and what is odd about it.
 *
 * Steps are counted exactly as the Trainer does (see run-plan.ts). Packs are an estimate: samples are taken to fill
 * their pack without a gap, so that the real number is a little higher.
 *
 * @returns the plan, or the refusal of a run whose end nothing tells
 * @throws RangeError for a warmup that transformers refuses
 */
export function planRun(settings: PlanSettings): RunPlan | Extract<RunSteps, { kind: "refused" }> {
  const { samples, averageTokens, cutoffLen, packing = false, maxSteps = -1 } = settings;
  const { training, held } = splitValidation(samples, settings.validation ?? 0);
  const sampleTokens = Math.min(averageTokens, cutoffLen);
  const examples = packing && training !== null ? Math.ceil((training * sampleTokens) / cutoffLen) : training;
  const steps = countSteps({ ...settings, examples });
  if (steps.kind === "refused") return steps;

  const { warmupSteps: writtenSteps = 0, warmupRatio = 0 } = settings;
  const warmup = warmupSteps(steps.totalSteps, { steps: writtenSteps, ratio: warmupRatio });
  const saves = rhythmSteps(settings.save ?? { strategy: "steps" }, steps, "save");
  const evaluations = rhythmSteps(settings.evaluate ?? { strategy: "no" }, steps, "evaluate");

  const exampleTokens = packing ? cutoffLen : sampleTokens;
  const tokensPerStep = steps.effectiveBatch * exampleTokens;
  const byEpochs = maxSteps <= 0 && training !== null;
  const totalTokens = byEpochs ? training * sampleTokens * settings.epochs : steps.totalSteps * tokensPerStep;

  const warnings = new Set<PlanWarning>();
  const warn = (when: boolean, warning: PlanWarning) => when && warnings.add(warning);
  warn(warmup > steps.totalSteps, "warmup-longer-than-run");
  warn(warmup === steps.totalSteps && warmup > 0, "warmup-fills-run");
  warn(writtenSteps > 0 && warmupRatio > 0, "warmup-ratio-ignored");
  warn(maxSteps > 0 && training !== null, "epochs-ignored");
  warn(training === 0, "no-training-samples");
  warn(examples !== null && examples > 0 && examples < steps.effectiveBatch, "one-update-per-epoch");
  warn(steps.totalSteps < FEW_UPDATES, "very-few-updates");
  const rest = examples === null ? 0 : examples % (settings.perDeviceBatch * settings.worldSize);
  warn(rest > 0, settings.dropLast ? "samples-dropped" : "last-batch-filled-up");
  warn(settings.save?.strategy === "steps" && saves.length === 1 && steps.totalSteps > 1, "only-last-checkpoint");
  warn(saves.length > MANY_CHECKPOINTS && !settings.saveLimit, "many-checkpoints");
  const wantsEvaluation = settings.evaluate !== undefined && settings.evaluate.strategy !== "no";
  warn(wantsEvaluation && evaluations.length === 0, "never-evaluates");
  warn(wantsEvaluation && held === 0 && samples !== null, "evaluates-without-validation");
  warn(averageTokens > cutoffLen, "samples-cut");
  warn(packing, "packs-estimated");

  return {
    kind: "plan",
    trainingSamples: training,
    validationSamples: held,
    examples,
    steps,
    warmupSteps: warmup,
    saves,
    evaluations,
    tokensPerStep,
    totalTokens,
    warnings: [...warnings],
  };
}
