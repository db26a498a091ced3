/**
 * Loss of one preference pair, as LLaMA-Factory v0.9.5 computes it (src/llamafactory/train/dpo/trainer.py) on top of
 * TRL 0.24 (trl/trainer/dpo_trainer.py). Log-probabilities are natural logarithms.
 */

export type MarginLoss = "sigmoid" | "hinge" | "ipo" | "simpo";
export type PreferenceLoss = MarginLoss | "orpo";

export interface LossSettings {
  /** `pref_beta` */
  readonly beta: number;
  /** `dpo_label_smoothing`, 0 to 0.5; for `sigmoid` only */
  readonly labelSmoothing?: number;
  /** `simpo_gamma`; for `simpo` only */
  readonly gamma?: number;
}

/** What each loss calls its margin. `ipo`, `orpo` and `simpo` divide log-probabilities by the answer's length. */
export const MARGIN_OF = {
  sigmoid: { reference: true, perToken: false },
  hinge: { reference: true, perToken: false },
  ipo: { reference: true, perToken: true },
  simpo: { reference: false, perToken: true },
  orpo: { reference: false, perToken: true },
} as const satisfies Record<PreferenceLoss, { reference: boolean; perToken: boolean }>;

/** ln(1 / (1 + e^-x)), also where e^-x overflows. */
export function logSigmoid(x: number): number {
  return Math.min(x, 0) - Math.log1p(Math.exp(-Math.abs(x)));
}

const sigmoid = (x: number) => Math.exp(logSigmoid(x));

function checkBeta({ beta, labelSmoothing = 0 }: LossSettings): void {
  if (!(beta > 0)) throw new RangeError("pref_beta must be above 0");
  if (!(labelSmoothing >= 0 && labelSmoothing <= 0.5)) throw new RangeError("dpo_label_smoothing lies in 0 to 0.5");
}

/**
 * Loss against the margin.
 *
 * @param margin how much more the policy prefers the chosen answer than the reference does: (log π(chosen) - log
 *               π(rejected)) minus the same of the reference model, which `simpo` does without. See `MARGIN_OF`.
 * @throws RangeError for a beta of 0 or less, or a smoothing outside 0 to 0.5
 */
export function marginLoss(kind: MarginLoss, margin: number, settings: LossSettings): number {
  checkBeta(settings);
  const { beta, labelSmoothing = 0, gamma = 0.5 } = settings;
  switch (kind) {
    case "sigmoid":
      return -logSigmoid(beta * margin) * (1 - labelSmoothing) - logSigmoid(-beta * margin) * labelSmoothing;
    case "hinge":
      return Math.max(0, 1 - beta * margin);
    case "ipo":
      return (margin - 1 / (2 * beta)) ** 2;
    case "simpo":
      return -logSigmoid(beta * (margin - gamma / beta));
  }
}

/** Slope of `marginLoss` against the margin: how strongly a pair pulls. At the kink of `hinge`, 0. */
export function marginLossSlope(kind: MarginLoss, margin: number, settings: LossSettings): number {
  checkBeta(settings);
  const { beta, labelSmoothing = 0, gamma = 0.5 } = settings;
  switch (kind) {
    case "sigmoid":
      return beta * (sigmoid(beta * margin) - (1 - labelSmoothing));
    case "hinge":
      return beta * margin < 1 ? -beta : 0;
    case "ipo":
      return 2 * (margin - 1 / (2 * beta));
    case "simpo":
      return -beta * sigmoid(gamma - beta * margin);
  }
}

/**
 * ORPO's loss: the usual loss on the chosen answer, and beta times a penalty on the odds ratio.
 *
 * @param chosen   mean log-probability per token of the chosen answer; below 0
 * @param rejected the same of the rejected one
 * @throws RangeError for a beta of 0 or less, or a log-probability that is not below 0
 */
export function orpoLoss(
  chosen: number,
  rejected: number,
  { beta }: LossSettings,
): { readonly total: number; readonly likelihood: number; readonly oddsRatio: number } {
  checkBeta({ beta });
  if (!(chosen < 0 && rejected < 0)) throw new RangeError("log-probabilities lie below 0");
  const logOdds = chosen - rejected - (Math.log1p(-Math.exp(chosen)) - Math.log1p(-Math.exp(rejected)));
  const oddsRatio = -logSigmoid(logOdds);
  return { total: -chosen + beta * oddsRatio, likelihood: -chosen, oddsRatio };
}

/**
 * Slope of `orpoLoss` against the margin chosen - rejected, the chosen answer held where it is: how strongly the odds ratio
 * pushes the rejected answer down.
 */
export function orpoSlope(chosen: number, rejected: number, { beta }: LossSettings): number {
  checkBeta({ beta });
  if (!(chosen < 0 && rejected < 0)) throw new RangeError("log-probabilities lie below 0");
  const logOdds = chosen - rejected - (Math.log1p(-Math.exp(chosen)) - Math.log1p(-Math.exp(rejected)));
  return (-beta * sigmoid(-logOdds)) / -Math.expm1(rejected);
}
