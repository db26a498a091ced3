import { describe, expect, it } from "vitest";
import { orpoLoss, orpoSlope } from "@/lib/calculators/preference-losses";
import { ticksBetween } from "@/lib/explainers/axis";
import {
  losses,
  preferenceLosses,
  preferenceLossesYaml,
  viewPreferenceLosses,
} from "@/lib/explainers/preference-losses";

const { defaults, parse, serialize } = preferenceLosses;
const curve = (loss: string, state = defaults) => {
  const found = viewPreferenceLosses(state).curves.find((one) => one.loss === loss);
  if (!found) throw new Error(loss);
  return found;
};

describe("preference losses over the margin", () => {
  it.each(losses)("%s is lowest at its target, or falls for ever", (loss) => {
    const { target, lossAt, slopeAt } = curve(loss, { ...defaults, dpo_label_smoothing: 0.1 });
    if (target === Number.POSITIVE_INFINITY) expect(lossAt(50)).toBeLessThan(lossAt(5));
    else {
      expect(lossAt(target)).toBeLessThanOrEqual(lossAt(target - 0.5));
      expect(lossAt(target)).toBeLessThanOrEqual(lossAt(target + 0.5));
      expect(slopeAt(target)).toBeCloseTo(0, 12);
    }
  });

  it("stays inside the figure", () => {
    const { curves, lossTicks, slopeTicks } = viewPreferenceLosses({ ...defaults, pref_beta: 0.1, span: 20 });
    for (const { lossPoints, slopePoints } of curves) {
      for (const [, y] of lossPoints) expect(y).toBeLessThanOrEqual(lossTicks.at(-1) ?? 0);
      for (const [, y] of slopePoints) expect(y).toBeGreaterThanOrEqual(slopeTicks[0] ?? 0);
    }
  });

  it("knows no ORPO loss where the rejected answer would have a probability of 1", () => {
    expect(curve("orpo").lossAt(-1)).toBeNaN();
    expect(curve("orpo").lossAt(0)).toBeCloseTo(1 + 0.5 * Math.log(2), 12);
  });

  it("gives ORPO the slope that its curve has", () => {
    for (const rejected of [-0.1, -1, -4]) {
      const at = (r: number) => orpoLoss(-0.7, r, { beta: 0.3 }).total;
      const measured = (at(rejected - 1e-5) - at(rejected + 1e-5)) / 2e-5;
      expect(orpoSlope(-0.7, rejected, { beta: 0.3 })).toBeCloseTo(measured, 6);
    }
  });

  it("survives the address", () => {
    const state = { ...defaults, pref_loss: "simpo" as const, show: ["simpo", "ipo"] as const, pref_beta: 2.5 };
    expect(parse(serialize(state))).toEqual({ ...state, show: ["ipo", "simpo"] });
    expect(parse(new URLSearchParams("pref_loss=kto_pair&pref_beta=0")).pref_beta).toBe(0.001);
  });

  it("writes only what the loss reads: label smoothing stops every other loss", () => {
    const state = { ...defaults, dpo_label_smoothing: 0.1 };
    expect(preferenceLossesYaml(state)).toContain("dpo_label_smoothing: 0.1");
    const simpo = preferenceLossesYaml({ ...state, pref_loss: "simpo" });
    expect(simpo).toContain("simpo_gamma: 0.5");
    expect(simpo).not.toContain("smoothing");
  });
});

describe("ticks of an axis", () => {
  it.each([
    [0, 1.4],
    [-0.5, 0.125],
    [-12, 3],
    [0, 0.00031],
  ])("enclose %d to %d with a few round numbers", (low, high) => {
    const ticks = ticksBetween(low, high);
    expect(ticks[0]).toBeLessThanOrEqual(low);
    expect(ticks.at(-1)).toBeGreaterThanOrEqual(high);
    expect(ticks).toContain(0);
    expect(ticks.length).toBeLessThanOrEqual(8);
  });
});
