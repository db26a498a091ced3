/**
 * What `temperature`, `top_k`, `top_p` and `repetition_penalty` make of one distribution, in the order of transformers
 * 4.57.6 (generation/utils.py, `_get_logits_processor`; generation/logits_process.py): the penalty first, then
 * temperature, then top-k, then top-p.
 */

export interface SamplingSettings {
  /** 0 switches to the most probable token in LLaMA-Factory (chat/hf_engine.py); below 0 is refused */
  readonly temperature?: number;
  /** 0 switches it off */
  readonly topK?: number;
  /** 1 switches it off */
  readonly topP?: number;
  /** 1 switches it off */
  readonly repetitionPenalty?: number;
  /** Tokens that stand in the text already, by their place among the logits. */
  readonly seen?: readonly number[];
}

export interface SamplingStage {
  readonly name: "model" | "repetition_penalty" | "temperature" | "top_k" | "top_p";
  /** -Infinity for a token that is out. */
  readonly logits: readonly number[];
  /** Sum to 1. */
  readonly probabilities: readonly number[];
}

/** Probabilities of logits; -Infinity gives 0. */
export function softmax(logits: readonly number[]): number[] {
  const most = Math.max(...logits);
  const weights = logits.map((logit) => Math.exp(logit - most));
  const sum = weights.reduce((total, weight) => total + weight, 0);
  return weights.map((weight) => weight / sum);
}

/** Divides positive logits of tokens seen before by the penalty, and multiplies negative ones with it. */
export function penalizeRepetition(logits: readonly number[], seen: readonly number[], penalty: number): number[] {
  const known = new Set(seen);
  return logits.map((logit, token) => (known.has(token) ? (logit < 0 ? logit * penalty : logit / penalty) : logit));
}

/** Keeps the k most probable tokens, and all that are level with the last of them. */
export function keepTopK(logits: readonly number[], k: number): number[] {
  const sorted = [...logits].sort((a, b) => b - a);
  const last = sorted[Math.min(k, logits.length) - 1] ?? Number.NEGATIVE_INFINITY;
  return logits.map((logit) => (logit < last ? Number.NEGATIVE_INFINITY : logit));
}

/**
 * Keeps the fewest tokens whose probabilities reach `p`, one at least.
 *
 * Upstream goes from the least probable up and drops what together stays within 1 - p.
 */
export function keepTopP(logits: readonly number[], p: number): number[] {
  const probabilities = softmax(logits);
  const ascending = logits.map((_, token) => token).sort((a, b) => (logits[a] ?? 0) - (logits[b] ?? 0));
  const dropped = new Set<number>();
  let sum = 0;
  for (const token of ascending.slice(0, -1)) {
    sum += probabilities[token] ?? 0;
    if (sum <= 1 - p) dropped.add(token);
  }
  return logits.map((logit, token) => (dropped.has(token) ? Number.NEGATIVE_INFINITY : logit));
}

/**
 * The distribution after each setting that is switched on, the model's own first.
 *
 * A temperature of 0 leaves the most probable token alone, and top-k and top-p find nothing more to do.
 *
 * @param logits the model's scores for the next token, one per token
 * @throws RangeError for values that transformers refuses
 */
export function samplingStages(logits: readonly number[], settings: SamplingSettings): SamplingStage[] {
  const { temperature = 1, topK = 0, topP = 1, repetitionPenalty = 1, seen = [] } = settings;
  if (temperature < 0) throw new RangeError("temperature must not be below 0");
  if (!Number.isInteger(topK) || topK < 0) throw new RangeError("top_k must be a whole number, 0 or more");
  if (!(topP >= 0 && topP <= 1)) throw new RangeError("top_p must lie between 0 and 1");
  if (!(repetitionPenalty > 0)) throw new RangeError("repetition_penalty must be above 0");

  const stages: SamplingStage[] = [{ name: "model", logits, probabilities: softmax(logits) }];
  const apply = (name: SamplingStage["name"], change: (logits: readonly number[]) => number[]) => {
    const changed = change(stages.at(-1)?.logits ?? logits);
    stages.push({ name, logits: changed, probabilities: softmax(changed) });
  };
  if (repetitionPenalty !== 1) {
    apply("repetition_penalty", (scores) => penalizeRepetition(scores, seen, repetitionPenalty));
  }
  if (temperature === 0) {
    apply("temperature", (scores) => {
      const best = scores.indexOf(Math.max(...scores));
      return scores.map((score, token) => (token === best ? score : Number.NEGATIVE_INFINITY));
    });
    return stages;
  }
  if (temperature !== 1) apply("temperature", (scores) => scores.map((score) => score / temperature));
  if (topK !== 0) apply("top_k", (scores) => keepTopK(scores, topK));
  if (topP < 1) apply("top_p", (scores) => keepTopP(scores, topP));
  return stages;
}
