/** Losses of a preference pair over its margin: state, view and YAML. The losses are lib/calculators/preference-losses.ts. */

import {
  MARGIN_OF,
  marginLoss,
  marginLossSlope,
  orpoLoss,
  orpoSlope,
  type PreferenceLoss,
} from "@/lib/calculators/preference-losses";
import { ticksBetween } from "./axis";
import { choice, defineState, number, subset } from "./url-state";
import { toYamlText } from "./yaml";

export const losses = ["sigmoid", "hinge", "ipo", "orpo", "simpo"] as const satisfies readonly PreferenceLoss[];

export interface PreferenceLossesState {
  /** The loss that the YAML asks for. */
  readonly pref_loss: PreferenceLoss;
  /** Those that are drawn. */
  readonly show: readonly PreferenceLoss[];
  readonly pref_beta: number;
  readonly simpo_gamma: number;
  readonly dpo_label_smoothing: number;
  /** The axis goes from minus this margin to plus this. */
  readonly span: number;
  /** The margin at which values are read off. */
  readonly at: number;
  /** Mean log-probability per token of the chosen answer, for `orpo`. */
  readonly chosen: number;
}

export const limits = {
  pref_beta: { min: 0.001, max: 10 },
  simpo_gamma: { min: 0, max: 10 },
  // From 0.5 on, upstream would no longer tell chosen from rejected.
  dpo_label_smoothing: { min: 0, max: 0.5 },
  span: { min: 1, max: 100 },
  at: { min: -100, max: 100 },
  chosen: { min: -5, max: -0.05 },
} as const;

export const preferenceLosses = defineState<PreferenceLossesState>(
  {
    pref_loss: "sigmoid",
    show: losses,
    pref_beta: 0.5,
    simpo_gamma: 0.5,
    dpo_label_smoothing: 0,
    span: 6,
    at: 1,
    chosen: -1,
  },
  {
    pref_loss: choice(losses),
    show: subset(losses),
    pref_beta: number(limits.pref_beta),
    simpo_gamma: number(limits.simpo_gamma),
    dpo_label_smoothing: number(limits.dpo_label_smoothing),
    span: number(limits.span),
    at: number(limits.at),
    chosen: number(limits.chosen),
  },
);

export interface LossCurve {
  readonly loss: PreferenceLoss;
  /** Its place among all losses, which decides colour and dashes. */
  readonly index: number;
  readonly perToken: boolean;
  readonly reference: boolean;
  /** NaN where there is none: `orpo` knows no rejected answer of probability 1 or more. */
  readonly lossAt: (margin: number) => number;
  readonly slopeAt: (margin: number) => number;
  readonly lossPoints: readonly Point[];
  readonly slopePoints: readonly Point[];
  /** The margin at which the loss is lowest; Infinity where it falls for ever. */
  readonly target: number;
}

type Point = readonly [x: number, y: number];

export interface PreferenceLossesView {
  readonly at: number;
  readonly curves: readonly LossCurve[];
  readonly tableMargins: readonly number[];
  readonly xTicks: readonly number[];
  readonly lossTicks: readonly number[];
  readonly slopeTicks: readonly number[];
}

const POINTS = 321;

function lossAndSlope(loss: PreferenceLoss, state: PreferenceLossesState): Pick<LossCurve, "lossAt" | "slopeAt"> {
  const settings = {
    beta: state.pref_beta,
    gamma: state.simpo_gamma,
    labelSmoothing: loss === "sigmoid" ? state.dpo_label_smoothing : 0,
  };
  if (loss !== "orpo") {
    return {
      lossAt: (margin) => marginLoss(loss, margin, settings),
      slopeAt: (margin) => marginLossSlope(loss, margin, settings),
    };
  }
  const { chosen } = state;
  const within = (of: (rejected: number) => number) => (margin: number) =>
    margin > chosen ? of(chosen - margin) : Number.NaN;
  return {
    lossAt: within((rejected) => orpoLoss(chosen, rejected, settings).total),
    slopeAt: within((rejected) => orpoSlope(chosen, rejected, settings)),
  };
}

function targetOf(loss: PreferenceLoss, { pref_beta: beta, dpo_label_smoothing: smoothing }: PreferenceLossesState) {
  if (loss === "ipo") return 1 / (2 * beta);
  if (loss === "hinge") return 1 / beta;
  if (loss === "sigmoid" && smoothing > 0) return Math.log((1 - smoothing) / smoothing) / beta;
  return Number.POSITIVE_INFINITY;
}

/** What lies between two heights, cut where a line leaves them. */
function within(points: readonly Point[], low: number, high: number): Point[] {
  const cut: Point[] = [];
  for (const [index, [x, y]] of points.entries()) {
    const inside = y >= low && y <= high;
    const [beforeX, beforeY] = points[index - 1] ?? [x, y];
    const wasInside = beforeY >= low && beforeY <= high;
    if (inside !== wasInside) {
      const edge = Math.max(y, beforeY) > high ? high : low;
      cut.push([beforeX + ((edge - beforeY) / (y - beforeY)) * (x - beforeX), edge]);
    }
    if (inside) cut.push([x, y]);
  }
  return cut;
}

function extremes(curves: readonly (readonly Point[])[]): readonly [number, number] | null {
  const heights = curves.flat().map(([, y]) => y);
  return heights.length === 0 ? null : [Math.min(...heights), Math.max(...heights)];
}

/** The margin that is read off: within the axis. */
export function marginReadOff({ at, span }: Pick<PreferenceLossesState, "at" | "span">): number {
  return Math.max(-span, Math.min(span, at));
}

export function viewPreferenceLosses(state: PreferenceLossesState): PreferenceLossesView {
  const { span } = state;
  const margins = Array.from({ length: POINTS }, (_, index) => span * ((2 * index) / (POINTS - 1) - 1));
  const drawn = losses.flatMap((loss, index) => {
    if (!state.show.includes(loss)) return [];
    const { lossAt, slopeAt } = lossAndSlope(loss, state);
    const points = (of: (margin: number) => number) =>
      margins.map((margin): Point => [margin, of(margin)]).filter(([, y]) => Number.isFinite(y));
    return [{ loss, index, lossAt, slopeAt, lossPoints: points(lossAt), slopePoints: points(slopeAt) }];
  });
  const extent = (bounded: readonly PreferenceLoss[], of: "lossPoints" | "slopePoints") =>
    extremes(drawn.filter(({ loss }) => bounded.includes(loss)).map((curve) => curve[of]));
  // ipo grows with the square of the margin, and orpo falls as steeply as one likes: the others decide how high the figure is.
  const [, highestLoss] = extent(["sigmoid", "hinge", "simpo", "orpo"], "lossPoints") ??
    extent(["ipo"], "lossPoints") ?? [0, 1];
  const orpoSlopes = state.show.includes("orpo") ? ([-2 * state.pref_beta, 0] as const) : null;
  const [lowestSlope, highestSlope] = extent(["sigmoid", "hinge", "simpo"], "slopePoints") ??
    orpoSlopes ??
    extent(["ipo"], "slopePoints") ?? [-1, 0];
  const lossTicks = ticksBetween(0, highestLoss);
  // Room above zero, so that the side on which ipo and label smoothing pull back can be seen.
  const slopeTicks = ticksBetween(lowestSlope, Math.max(highestSlope, -lowestSlope / 4));
  const at = marginReadOff(state);
  return {
    at,
    curves: drawn.map((curve) => ({
      ...curve,
      ...MARGIN_OF[curve.loss],
      target: targetOf(curve.loss, state),
      lossPoints: within(curve.lossPoints, 0, lossTicks.at(-1) ?? 1),
      slopePoints: within(curve.slopePoints, slopeTicks[0] ?? -1, slopeTicks.at(-1) ?? 1),
    })),
    tableMargins: [...new Set([-span, -span / 2, 0, span / 2, span, at])].sort((a, b) => a - b),
    xTicks: [-1, -0.5, 0, 0.5, 1].map((share) => share * span),
    lossTicks,
    slopeTicks,
  };
}

export function preferenceLossesYaml(state: PreferenceLossesState): string {
  const { pref_loss } = state;
  const smoothed = pref_loss === "sigmoid" && state.dpo_label_smoothing > 0;
  return toYamlText({
    stage: "dpo",
    pref_loss,
    pref_beta: state.pref_beta,
    simpo_gamma: pref_loss === "simpo" ? state.simpo_gamma : undefined,
    dpo_label_smoothing: smoothed ? state.dpo_label_smoothing : undefined,
  });
}
