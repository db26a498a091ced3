import { describe, expect, it } from "vitest";
import { sampling, samplingYaml, viewSampling } from "@/lib/explainers/sampling";

const { defaults, parse, serialize } = sampling;
const names = (state = defaults) => viewSampling(state).stages.map(({ name }) => name);

describe("sampling, stage by stage", () => {
  it("goes in upstream's order, and skips what is switched off", () => {
    expect(names()).toEqual(["model", "repetition_penalty", "temperature", "top_k", "top_p"]);
    expect(names({ ...defaults, temperature: 1, top_k: 0, top_p: 1, repetition_penalty: 1 })).toEqual(["model"]);
  });

  it("sums to 1 at every stage, and never brings a token back", () => {
    let left = Number.POSITIVE_INFINITY;
    for (const stage of viewSampling(defaults).stages) {
      expect(stage.probabilities.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 12);
      expect(stage.left).toBeLessThanOrEqual(left);
      left = stage.left;
    }
  });

  it("takes the best token where nothing is drawn, the penalty still counted", () => {
    const greedy = { ...defaults, do_sample: false, repetition_penalty: 2, seen: [0, 1] };
    expect(names(greedy)).toEqual(["model", "repetition_penalty", "greedy"]);
    expect(viewSampling(greedy).best).toBe(2);
    expect(viewSampling(greedy).entropy).toBe(0);
    expect(names({ ...defaults, temperature: 0 }).at(-1)).toBe("greedy");
  });

  it("gets more open with the temperature", () => {
    const open = { ...defaults, top_k: 0, top_p: 1 };
    expect(viewSampling({ ...open, temperature: 2 }).entropy).toBeGreaterThan(viewSampling(open).entropy);
  });

  it("survives the address, and falls back where ten numbers are not ten numbers", () => {
    const state = { ...defaults, logits: defaults.logits.map((logit) => logit + 1), seen: [0, 3], top_k: 0 };
    expect(parse(serialize(state))).toEqual(state);
    expect(parse(new URLSearchParams("logits=1,2,x&top_p=7"))).toEqual({ ...defaults, top_p: 1 });
    expect(parse(serialize({ ...defaults, seen: [] })).seen).toEqual([]);
  });

  it("writes floats as floats", () => {
    expect(samplingYaml({ ...defaults, temperature: 2, repetition_penalty: 1 })).toBe(
      "temperature: 2.0\ntop_k: 6\ntop_p: 0.9\nrepetition_penalty: 1.0",
    );
    expect(samplingYaml({ ...defaults, do_sample: false })).toBe("do_sample: false\nrepetition_penalty: 1.2");
  });
});
