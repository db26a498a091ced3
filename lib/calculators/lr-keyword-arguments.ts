/** Every `lr_scheduler_type` of v0.9.5 whose rate follows from the step alone. */
export const STEP_SCHEDULERS = [
  "linear",
  "cosine",
  "cosine_with_restarts",
  "polynomial",
  "constant",
  "constant_with_warmup",
  "inverse_sqrt",
  "cosine_with_min_lr",
  "cosine_warmup_with_min_lr",
  "warmup_stable_decay",
] as const;
export type StepScheduler = (typeof STEP_SCHEDULERS)[number];

/** The Python exceptions that setting up a scheduler can end in. */
export type UpstreamError = "TypeError" | "ValueError" | "ZeroDivisionError";

const SHAPES = ["linear", "cosine", "1-sqrt"] as const;
type Shape = (typeof SHAPES)[number];

/** `lr_scheduler_kwargs` with upstream's defaults filled in. What a scheduler does not read stands at its default. */
export interface KeywordArguments {
  /** `num_cycles`: full waves, or hard restarts */
  readonly cycles: number;
  readonly power: number;
  /** `lr_end`, in the unit of `learning_rate` */
  readonly lrEnd: number;
  /** `min_lr_rate` or `min_lr_ratio`, or `min_lr` divided by the base rate; no unit */
  readonly minRatio: number;
  /** `warmup_lr_rate`; no unit */
  readonly warmupRatio: number | null;
  /** `num_stable_steps` and `num_decay_steps`; may be negative, as upstream's may */
  readonly stableSteps: number;
  readonly decaySteps: number;
  readonly warmupType: Shape;
  readonly decayType: Shape;
}

type Read = { kind: "read"; kwargs: KeywordArguments } | { kind: "refused"; error: UpstreamError; reason: string };

interface Run {
  readonly baseRate: number;
  readonly totalSteps: number;
  readonly warmupSteps: number;
}

/**
 * The keywords that reach each scheduler; any other is a TypeError. `null`: transformers hands none on, so that
 * anything may be written (get_scheduler, optimization.py, transformers 4.57.6).
 */
export const KEYWORDS = {
  linear: [],
  cosine: ["num_cycles"],
  cosine_with_restarts: ["num_cycles"],
  polynomial: ["power", "lr_end"],
  constant: null,
  constant_with_warmup: null,
  inverse_sqrt: null,
  cosine_with_min_lr: ["num_cycles", "min_lr", "min_lr_rate"],
  cosine_warmup_with_min_lr: ["num_cycles", "min_lr", "min_lr_rate", "warmup_lr_rate"],
  warmup_stable_decay: [
    "num_decay_steps",
    "num_stable_steps",
    "warmup_type",
    "decay_type",
    "min_lr_ratio",
    "num_cycles",
  ],
} satisfies Record<StepScheduler, readonly string[] | null> as Record<StepScheduler, readonly string[] | null>;

const DEFAULT_CYCLES = { cosine_with_restarts: 1 } as Partial<Record<StepScheduler, number>>;

const refuse = (error: UpstreamError, reason: string): Read => ({ kind: "refused", error, reason });

function minimumRatio(kwargs: Readonly<Record<string, unknown>>, baseRate: number): number | Read {
  const { min_lr: rate = null, min_lr_rate: ratio = null } = kwargs;
  if (rate !== null && ratio !== null) return refuse("ValueError", "only one of min_lr and min_lr_rate may be set");
  if (ratio !== null) return Number(ratio);
  if (rate === null) return refuse("ValueError", "one of min_lr and min_lr_rate must be set");
  if (baseRate === 0) return refuse("ZeroDivisionError", "min_lr is divided by a learning rate of 0");
  return Number(rate) / baseRate;
}

/**
 * Reads `lr_scheduler_kwargs` as the scheduler's own function does.
 *
 * @returns the arguments with upstream's defaults, or the exception upstream raises
 */
export function readKeywordArguments(
  scheduler: StepScheduler,
  kwargs: Readonly<Record<string, unknown>>,
  { baseRate, totalSteps, warmupSteps }: Run,
): Read {
  const known = KEYWORDS[scheduler];
  const written = known === null ? {} : kwargs;
  for (const [key, value] of Object.entries(written)) {
    if (!known?.includes(key)) return refuse("TypeError", `${scheduler} does not know the keyword ${key}`);
    const wanted = key.endsWith("_type") ? "string" : "number";
    if (value !== null && typeof value !== wanted) return refuse("TypeError", `${key} must be a ${wanted}`);
  }

  const number = (key: string, otherwise: number) => (written[key] == null ? otherwise : Number(written[key]));
  const shape = (key: string, otherwise: Shape) => (written[key] ?? otherwise) as Shape;
  const warmupType = shape("warmup_type", "linear");
  const decayType = shape("decay_type", "cosine");
  for (const type of [warmupType, decayType]) {
    if (!SHAPES.includes(type)) return refuse("ValueError", `unknown shape ${type}: linear, cosine or 1-sqrt`);
  }

  let minRatio: number | Read = number("min_lr_ratio", 0);
  if (known?.includes("min_lr_rate")) minRatio = minimumRatio(written, baseRate);
  if (typeof minRatio !== "number") return minRatio;

  const lrEnd = number("lr_end", 1e-7);
  if (scheduler === "polynomial" && !(baseRate > lrEnd)) {
    return refuse("ValueError", `lr_end (${lrEnd}) must be smaller than the learning rate (${baseRate})`);
  }

  if (scheduler === "warmup_stable_decay" && written.num_decay_steps == null) {
    return refuse("TypeError", "num_decay_steps is missing");
  }
  const decaySteps = number("num_decay_steps", 0);
  return {
    kind: "read",
    kwargs: {
      cycles: number("num_cycles", DEFAULT_CYCLES[scheduler] ?? 0.5),
      power: number("power", 1),
      lrEnd,
      minRatio,
      warmupRatio: written.warmup_lr_rate == null ? null : Number(written.warmup_lr_rate),
      stableSteps: number("num_stable_steps", totalSteps - warmupSteps - decaySteps),
      decaySteps,
      warmupType,
      decayType,
    },
  };
}
