import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { accumulateGradients, clipGradient, gradientNorm } from "@/lib/calculators/gradients";
import {
  logSigmoid,
  type MarginLoss,
  marginLoss,
  marginLossSlope,
  orpoLoss,
} from "@/lib/calculators/preference-losses";
import { keepTopK, keepTopP, penalizeRepetition, samplingStages, softmax } from "@/lib/calculators/sampling";

const KINDS: readonly MarginLoss[] = ["sigmoid", "hinge", "ipo", "simpo"];

describe("preference losses", () => {
  it("cost ln 2 where the policy prefers nothing, except for their own targets", () => {
    expect(marginLoss("sigmoid", 0, { beta: 0.1 })).toBeCloseTo(Math.log(2), 15);
    expect(marginLoss("hinge", 0, { beta: 0.1 })).toBe(1);
    expect(marginLoss("ipo", 0, { beta: 0.1 })).toBe(25);
  });

  it("have their targets: hinge at 1/beta, ipo at 1/(2 beta), simpo shifted by gamma/beta", () => {
    expect(marginLoss("hinge", 10, { beta: 0.1 })).toBe(0);
    expect(marginLoss("ipo", 5, { beta: 0.1 })).toBe(0);
    const simpo = marginLoss("simpo", 0.5 / 2, { beta: 2, gamma: 0.5 });
    expect(simpo).toBeCloseTo(Math.log(2), 15);
  });

  it("ask for no endless margin with label smoothing", () => {
    const settings = { beta: 0.1, labelSmoothing: 0.1 };
    expect(marginLossSlope("sigmoid", Math.log(9) / 0.1, settings)).toBeCloseTo(0, 12);
    expect(marginLoss("sigmoid", 100, settings)).toBeGreaterThan(marginLoss("sigmoid", 30, settings));
  });

  it.each(KINDS)("%s has the slope that its curve has", (kind) => {
    fc.assert(
      fc.property(fc.double({ min: -20, max: 20, noNaN: true }), (margin) => {
        fc.pre(kind !== "hinge" || Math.abs(margin - 1 / 0.3) > 1e-3);
        const settings = { beta: 0.3, gamma: 0.7, labelSmoothing: 0.1 };
        const h = 1e-5;
        const measured = (marginLoss(kind, margin + h, settings) - marginLoss(kind, margin - h, settings)) / (2 * h);
        expect(marginLossSlope(kind, margin, settings)).toBeCloseTo(measured, 5);
      }),
    );
  });

  it("ORPO adds the odds ratio's penalty to the likelihood", () => {
    const even = orpoLoss(-1, -1, { beta: 0.1 });
    expect(even.oddsRatio).toBeCloseTo(Math.log(2), 15);
    expect(even.total).toBeCloseTo(1 + 0.1 * Math.log(2), 15);
    expect(orpoLoss(-1, -3, { beta: 0.1 }).total).toBeLessThan(even.total);
  });

  it("stays finite far out", () => {
    expect(logSigmoid(-1000)).toBe(-1000);
    expect(logSigmoid(1000)).toBe(0);
  });

  it("refuses a beta of 0, and log-probabilities that are none", () => {
    expect(() => marginLoss("sigmoid", 0, { beta: 0 })).toThrow(RangeError);
    expect(() => orpoLoss(0, -1, { beta: 0.1 })).toThrow(RangeError);
  });
});

describe("sampling", () => {
  const logits = [4, 3, 2, 2, -1];

  it("goes penalty, temperature, top_k, top_p, and leaves out what is switched off", () => {
    const all = samplingStages(logits, { temperature: 0.7, topK: 4, topP: 0.9, repetitionPenalty: 1.2, seen: [0] });
    expect(all.map(({ name }) => name)).toEqual(["model", "repetition_penalty", "temperature", "top_k", "top_p"]);
    expect(samplingStages(logits, {}).map(({ name }) => name)).toEqual(["model"]);
  });

  it("always sums to 1", () => {
    for (const { probabilities } of samplingStages(logits, { temperature: 2, topK: 3, topP: 0.5 })) {
      expect(probabilities.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 12);
    }
  });

  it("keeps level tokens at the edge of top_k", () => {
    expect(keepTopK(logits, 3)).toEqual([4, 3, 2, 2, -Infinity]);
  });

  it("keeps the fewest tokens that reach top_p, one at least", () => {
    const probabilities = softmax(logits);
    expect(keepTopP(logits, 0.5).filter(Number.isFinite)).toEqual([4]);
    expect(keepTopP(logits, (probabilities[0] ?? 0) + 0.01).filter(Number.isFinite)).toEqual([4, 3]);
    expect(keepTopP(logits, 0).filter(Number.isFinite)).toEqual([4]);
  });

  it("takes the best token at a temperature of 0", () => {
    expect(samplingStages(logits, { temperature: 0 }).at(-1)?.probabilities).toEqual([1, 0, 0, 0, 0]);
  });

  it("makes tokens seen before less probable, whatever the sign of their logit", () => {
    expect(penalizeRepetition([2, -2, 1], [0, 1], 2)).toEqual([1, -4, 1]);
  });

  it("flattens with a high temperature and sharpens with a low one", () => {
    const best = (temperature: number) => samplingStages(logits, { temperature }).at(-1)?.probabilities[0] ?? 0;
    expect(best(2)).toBeLessThan(best(1));
    expect(best(0.5)).toBeGreaterThan(best(1));
  });

  it.each([{ temperature: -1 }, { topK: 1.5 }, { topP: 2 }, { repetitionPenalty: 0 }])("refuses %j", (settings) => {
    expect(() => samplingStages(logits, settings)).toThrow(RangeError);
  });
});

describe("accumulation and clipping", () => {
  const batches = [
    { tokens: 10, gradient: [1, 0] },
    { tokens: 30, gradient: [0, 1] },
  ];

  it("weighs tokens as one big batch would, or micro-batches alike", () => {
    expect(accumulateGradients(batches)).toEqual([0.25, 0.75]);
    expect(accumulateGradients(batches, "batches")).toEqual([0.5, 0.5]);
  });

  it("is the same either way for batches of one length", () => {
    const even = batches.map((batch) => ({ ...batch, tokens: 7 }));
    expect(accumulateGradients(even)).toEqual(accumulateGradients(even, "batches"));
  });

  it("keeps the direction and shortens the gradient to max_grad_norm", () => {
    const clipped = clipGradient([3, 4], 1);
    expect(clipped.norm).toBe(5);
    expect(gradientNorm(clipped.gradient)).toBeCloseTo(1, 6);
    expect((clipped.gradient[0] ?? 0) / (clipped.gradient[1] ?? 1)).toBeCloseTo(0.75, 12);
  });

  it("leaves a short gradient alone, and every one with max_grad_norm 0", () => {
    expect(clipGradient([0.3, 0.4], 1)).toEqual({ gradient: [0.3, 0.4], norm: 0.5, factor: 1 });
    expect(clipGradient([30, 40], 0).factor).toBe(1);
  });

  it("refuses gradients of different lengths", () => {
    expect(() =>
      accumulateGradients([
        { tokens: 1, gradient: [1] },
        { tokens: 1, gradient: [1, 2] },
      ]),
    ).toThrow(RangeError);
  });
});
