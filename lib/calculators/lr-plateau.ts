/** `lr_scheduler_kwargs` of `reduce_lr_on_plateau`: the arguments of torch.optim.lr_scheduler.ReduceLROnPlateau. */
export interface PlateauSettings {
  readonly baseRate: number;
  readonly mode?: "min" | "max";
  /** What the rate is multiplied with; below 1. */
  readonly factor?: number;
  /** Evaluations without progress that are put up with. */
  readonly patience?: number;
  readonly threshold?: number;
  readonly thresholdMode?: "rel" | "abs";
  /** Evaluations after a cut during which nothing is counted. */
  readonly cooldown?: number;
  readonly minRate?: number;
  /** A cut smaller than this is not made. */
  readonly epsilon?: number;
}

/**
 * The learning rate after each evaluation under `reduce_lr_on_plateau`.
 *
 * It moves after evaluations only (transformers 4.57.6, trainer.py lines 3174-3179), knows no warmup, and needs an
 * `eval_strategy`. The defaults are torch's documented ones.
 *
 * @param metrics the value that `metric_for_best_model` had at each evaluation (`eval_loss` unless set), in order
 * @returns       rates in the unit of `learning_rate`, one per evaluation
 * @throws RangeError for a factor of 1 or more, which torch refuses
 */
export function plateauRates(settings: PlateauSettings, metrics: readonly number[]): number[] {
  const { baseRate, mode = "min", factor = 0.1, patience = 10, threshold = 1e-4, thresholdMode = "rel" } = settings;
  const { cooldown = 0, minRate = 0, epsilon = 1e-8 } = settings;
  if (factor >= 1) throw new RangeError("factor must be below 1");

  const sign = mode === "min" ? 1 : -1;
  const isBetter = (metric: number, best: number) => {
    if (!Number.isFinite(best)) return true;
    const bar = thresholdMode === "rel" ? best * (1 - sign * threshold) : best - sign * threshold;
    return sign * metric < sign * bar;
  };

  let best = sign * Number.POSITIVE_INFINITY;
  let bad = 0;
  let resting = 0;
  let rate = baseRate;
  return metrics.map((metric) => {
    if (isBetter(metric, best)) {
      best = metric;
      bad = 0;
    } else {
      bad += 1;
    }
    if (resting > 0) {
      resting -= 1;
      bad = 0;
    }
    if (bad > patience) {
      const next = Math.max(rate * factor, minRate);
      if (rate - next > epsilon) rate = next;
      resting = cooldown;
      bad = 0;
    }
    return rate;
  });
}
