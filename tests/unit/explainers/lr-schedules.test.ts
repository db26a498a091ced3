import { describe, expect, it } from "vitest";
import { lrSchedules, lrSchedulesYaml, newCurve, schedulers, viewLrSchedules } from "@/lib/explainers/lr-schedules";
import { queryText } from "@/lib/explainers/url-state";

const parse = (query: string) => lrSchedules.parse(new URLSearchParams(query));
const view = (query: string) => viewLrSchedules(parse(query));

describe("learning-rate explainer", () => {
  it("keeps several curves of one scheduler apart in the address", () => {
    const state = parse("curve=polynomial,power:2&curve=polynomial,power:3");
    expect(state.curve).toEqual([
      { scheduler: "polynomial", kwargs: { power: 2 } },
      { scheduler: "polynomial", kwargs: { power: 3 } },
    ]);
    expect(queryText(lrSchedules.serialize(state))).toBe("?curve=polynomial,power:2&curve=polynomial,power:3");
  });

  it("drops schedulers and keywords that upstream does not know", () => {
    expect(parse("curve=greedy&curve=cosine,power:2,num_cycles:x").curve).toEqual([
      { scheduler: "cosine", kwargs: {} },
    ]);
    expect(parse("curve=greedy").curve).toEqual(lrSchedules.defaults.curve);
  });

  it("reads off the rate of upstream", () => {
    const [cosine, linear] = view("max_steps=100&warmup_ratio=0&curve=cosine&curve=linear").curves;
    expect(cosine?.rateAt(50)).toBeCloseTo(5e-5, 12);
    expect(linear?.rateAt(25)).toBeCloseTo(7.5e-5, 12);
  });

  it("lets warmup steps win over the ratio, which is rounded up", () => {
    expect(view("max_steps=101").warmup).toBe(11);
    expect(view("max_steps=101&warmup_steps=5").warmup).toBe(5);
  });

  it.each([
    ["curve=cosine_with_min_lr", "floor-missing"],
    ["curve=cosine_with_min_lr,min_lr:1e-5,min_lr_rate:0.1", "floor-twice"],
    ["curve=polynomial,lr_end:1", "end-too-high"],
    ["curve=reduce_lr_on_plateau,factor:1", "factor-too-large"],
  ])("says why upstream refuses %s", (query, refusal) => {
    expect(view(query).curves[0]).toMatchObject({ refusal, points: [] });
  });

  it("draws every scheduler in its first form", () => {
    const curves = viewLrSchedules({ ...lrSchedules.defaults, curve: schedulers.map(newCurve) }).curves;
    expect(curves.map(({ refusal }) => refusal)).toEqual(schedulers.map(() => null));
  });

  it("follows the metrics on a plateau", () => {
    const [curve] = view("metrics=1 1 1&eval_steps=10&max_steps=50&curve=reduce_lr_on_plateau,patience:1").curves;
    expect(curve?.rateAt(29)).toBe(1e-4);
    expect(curve?.rateAt(30)).toBeCloseTo(1e-5, 12);
    expect(curve?.rateAt(50)).toBeCloseTo(1e-5, 12);
  });

  it("writes the YAML of a curve", () => {
    const state = parse("curve=cosine_with_min_lr,min_lr_rate:0.1&curve=constant");
    expect(lrSchedulesYaml(state)).toBe(
      "learning_rate: 1.0e-4\nlr_scheduler_type: cosine_with_min_lr\nlr_scheduler_kwargs:\n  min_lr_rate: 0.1\nwarmup_ratio: 0.1\nmax_steps: 1000",
    );
    expect(lrSchedulesYaml(state, 1)).not.toContain("warmup");
  });
});
