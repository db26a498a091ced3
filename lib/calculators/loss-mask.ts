/**
 * Which tokens a supervised example trains on, and where `cutoff_len` cuts: LLaMA-Factory v0.9.5,
 * src/llamafactory/data/processor/supervised.py and processor_utils.py. Lengths are numbers of tokens.
 */

/** One exchange: the prompt with the template's words around it, and the answer. */
export interface Turn {
  readonly promptTokens: number;
  readonly responseTokens: number;
}

export interface MaskSettings {
  /** `cutoff_len` */
  readonly cutoffLen: number;
  readonly trainOnPrompt?: boolean;
  readonly maskHistory?: boolean;
  /** Templates that write the end token only once, at the very end (`efficient_eos`). */
  readonly efficientEos?: boolean;
}

export interface MaskedToken {
  /** Which turn of the conversation, from 0; the number of turns for the end token of `efficientEos`. */
  readonly turn: number;
  readonly part: "prompt" | "response" | "end";
  /** Its place in that prompt or answer before anything was cut. */
  readonly index: number;
  /** Its label is kept: the model is to predict it. Else the label is -100. */
  readonly learned: boolean;
}

/**
 * What is kept of a prompt and an answer that have to share some room.
 *
 * The shorter one is spared as long as it takes less than half of the room; otherwise both shrink in proportion.
 */
export function sharedLengths(
  promptTokens: number,
  responseTokens: number,
  room: number,
): { readonly prompt: number; readonly response: number } {
  let most: number;
  if (responseTokens * 2 < room) most = room;
  else if (promptTokens * 2 < room) most = room - promptTokens;
  else most = Math.trunc(room * (responseTokens / (promptTokens + responseTokens)));
  const response = Math.min(most, responseTokens);
  return { prompt: Math.min(Math.max(room - response, 0), promptTokens), response };
}

/**
 * The tokens of one example in order, cut and labelled.
 *
 * Both prompt and answer are cut at their ends. Turns that find no room left are dropped whole: the last ones, or with
 * `mask_history` the first ones, because that counts from the end.
 *
 * @throws RangeError for `train_on_prompt` with `mask_history`, which LLaMA-Factory refuses (data_args.py, line 182)
 */
export function maskExample(turns: readonly Turn[], settings: MaskSettings): MaskedToken[] {
  const { cutoffLen, trainOnPrompt = false, maskHistory = false, efficientEos = false } = settings;
  if (trainOnPrompt && maskHistory) throw new RangeError("mask_history is incompatible with train_on_prompt");

  const order = turns.map((turn, position) => ({ turn, position }));
  if (maskHistory) order.reverse();
  let total = efficientEos ? 1 : 0;
  const kept: MaskedToken[][] = [];
  for (const [place, { turn, position }] of order.entries()) {
    if (total >= cutoffLen) break;
    const { prompt, response } = sharedLengths(turn.promptTokens, turn.responseTokens, cutoffLen - total);
    total += prompt + response;
    kept.push([
      ...Array.from({ length: prompt }, (_, index): MaskedToken => {
        // With efficient_eos, the first token of a later prompt stands where the end of the last answer is learned.
        const learned = trainOnPrompt || (efficientEos && place !== 0 && index === 0);
        return { turn: position, part: "prompt", index, learned };
      }),
      ...Array.from({ length: response }, (_, index): MaskedToken => {
        return { turn: position, part: "response", index, learned: !(maskHistory && place !== 0) };
      }),
    ]);
  }
  if (maskHistory) kept.reverse();
  const tokens = kept.flat();
  if (efficientEos) tokens.push({ turn: turns.length, part: "end", index: 0, learned: true });
  return tokens;
}

/** Tokens that count in the loss. The first token of a row never does: nothing stands before it to predict it from. */
export function lossTokenCount(tokens: readonly MaskedToken[]): number {
  return tokens.filter(({ learned }, position) => learned && position > 0).length;
}
