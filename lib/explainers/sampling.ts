/** One next-token distribution, stage by stage: state, view and YAML. The stages are lib/calculators/sampling.ts. */

import { type SamplingStage, samplingStages } from "@/lib/calculators/sampling";
import { defineState, type Field, flag, number } from "./url-state";
import { yamlNumber } from "./yaml";

export const tokenCount = 10;

export interface SamplingState {
  readonly temperature: number;
  readonly top_k: number;
  readonly top_p: number;
  readonly repetition_penalty: number;
  readonly do_sample: boolean;
  readonly logits: readonly number[];
  /** Places of the tokens that stand in the text already. */
  readonly seen: readonly number[];
}

export const limits = {
  temperature: { min: 0, max: 5 },
  top_k: { min: 0, max: 100 },
  top_p: { min: 0, max: 1 },
  repetition_penalty: { min: 0.5, max: 2 },
  logit: { min: -30, max: 30 },
} as const;

const logitList: Field<readonly number[]> = {
  read: ([written = ""]) => {
    const values = written.split(",").map((one) => (one.trim() === "" ? Number.NaN : Number(one)));
    if (values.length !== tokenCount || values.some(Number.isNaN)) return undefined;
    return values.map((value) => Math.min(limits.logit.max, Math.max(limits.logit.min, value)));
  },
  write: (logits) => logits.join(","),
};

const places: Field<readonly number[]> = {
  read: ([written = ""]) => {
    const named = new Set(written.split(","));
    return Array.from({ length: tokenCount }, (_, place) => place).filter((place) => named.has(`${place}`));
  },
  write: (seen) => [...seen].sort((a, b) => a - b).join(","),
};

export const sampling = defineState<SamplingState>(
  {
    temperature: 0.8,
    top_k: 6,
    top_p: 0.9,
    repetition_penalty: 1.2,
    do_sample: true,
    logits: [5.2, 4.8, 4.3, 3.9, 3.4, 2.8, 2.1, 1.2, 0.1, -1.5],
    seen: [1],
  },
  {
    temperature: number(limits.temperature),
    top_k: number({ ...limits.top_k, whole: true }),
    top_p: number(limits.top_p),
    repetition_penalty: number(limits.repetition_penalty),
    do_sample: flag,
    logits: logitList,
    seen: places,
  },
);

/** `greedy` stands for the temperature where nothing is drawn. */
export type StageName = SamplingStage["name"] | "greedy";

export interface StageView {
  readonly name: StageName;
  readonly logits: readonly number[];
  readonly probabilities: readonly number[];
  /** Tokens that can still be drawn. */
  readonly left: number;
}

export interface SamplingView {
  readonly stages: readonly StageView[];
  readonly last: StageView;
  /** The most probable token at the end. */
  readonly best: number;
  /** Nats; e to its power is how many equally probable tokens would be as open. */
  readonly entropy: number;
}

export function viewSampling(state: SamplingState): SamplingView {
  const greedy = !state.do_sample || state.temperature === 0;
  const stages = samplingStages(state.logits, {
    temperature: greedy ? 0 : state.temperature,
    topK: state.top_k,
    topP: state.top_p,
    repetitionPenalty: state.repetition_penalty,
    seen: state.seen,
  }).map(({ name, logits, probabilities }): StageView => {
    const left = logits.filter(Number.isFinite).length;
    return { name: greedy && name === "temperature" ? "greedy" : name, logits, probabilities, left };
  });
  const last = stages.at(-1) as StageView;
  const entropy = last.probabilities.reduce((sum, p) => (p > 0 ? sum - p * Math.log(p) : sum), 0);
  return { stages, last, best: last.probabilities.indexOf(Math.max(...last.probabilities)), entropy };
}

/** transformers refuses a whole number where it wants a float: 2 fails, 2.0 does not. */
function float(value: number): string {
  return Number.isInteger(value) ? value.toFixed(1) : yamlNumber(value);
}

export function samplingYaml({ do_sample, temperature, top_k, top_p, repetition_penalty }: SamplingState): string {
  const drawn = [`temperature: ${float(temperature)}`, `top_k: ${top_k}`, `top_p: ${float(top_p)}`];
  return [...(do_sample ? drawn : ["do_sample: false"]), `repetition_penalty: ${float(repetition_penalty)}`].join("\n");
}
