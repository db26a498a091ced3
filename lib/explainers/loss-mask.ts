/** A conversation as tokens: which count in the loss, what is cut, and who sees whom in a packed row. */

import { type MaskedToken, maskExample } from "@/lib/calculators/loss-mask";
import { packExamples, packedAttention } from "@/lib/calculators/packing";
import type { Language } from "@/lib/i18n/languages";
import { efficientEos, type PartTokens, type Template, templates, turnTokens } from "./chat-tokens";
import { choice, defineState, type Field, flag, number, type StateDefinition, text } from "./url-state";
import { toYamlText } from "./yaml";

export const packings = ["none", "packing", "neat_packing"] as const;
export type Packing = (typeof packings)[number];

export interface LossMaskState {
  readonly template: Template;
  readonly train_on_prompt: boolean;
  readonly mask_history: boolean;
  readonly cutoff_len: number;
  readonly packing: Packing;
  /** The first sample's messages; turn for turn as many as answers. */
  readonly user: readonly string[];
  readonly assistant: readonly string[];
  /** The second sample, of one turn. */
  readonly user2: string;
  readonly assistant2: string;
  /** The token whose view is shown, counted over all rows without padding. */
  readonly at: number;
}

export const mostTurns = 4;
export const limits = { cutoff_len: { min: 2, max: 400 }, message: 160, at: { min: 0, max: 2000 } } as const;

const messages: Field<readonly string[]> = {
  read: (written) =>
    written.length === 0 ? undefined : written.slice(0, mostTurns).map((one) => one.slice(0, limits.message)),
  write: (value) => value,
};
const message = text({ length: limits.message, allowed: /[^\p{Cc}]/u });

const samples = {
  en: {
    user: ["What is LoRA?", "Which rank is usual?", "And alpha?"],
    assistant: ["A small trained update.", "8 to 64.", "Twice the rank."],
    user2: "Translate: good morning",
    assistant2: "Guten Morgen",
  },
  zh: {
    user: ["LoRA 是什么？", "秩一般取多少？", "alpha 呢？"],
    assistant: ["只训练一小块更新量。", "8 到 64。", "取秩的两倍。"],
    user2: "翻译：good morning",
    assistant2: "早上好",
  },
} as const satisfies Record<Language, Pick<LossMaskState, "user" | "assistant" | "user2" | "assistant2">>;

function define(language: Language): StateDefinition<LossMaskState> {
  const definition = defineState<LossMaskState>(
    {
      template: "chatml",
      train_on_prompt: false,
      mask_history: false,
      cutoff_len: 128,
      packing: "none",
      ...samples[language],
      // Beyond the end: the last token, which sees most.
      at: limits.at.max,
    },
    {
      template: choice(templates),
      train_on_prompt: flag,
      mask_history: flag,
      cutoff_len: number({ ...limits.cutoff_len, whole: true }),
      packing: choice(packings),
      user: messages,
      assistant: messages,
      user2: message,
      assistant2: message,
      at: number({ ...limits.at, whole: true }),
    },
  );
  return {
    ...definition,
    parse: (query) => {
      const state = definition.parse(query);
      const turns = Math.min(state.user.length, state.assistant.length);
      return { ...state, user: state.user.slice(0, turns), assistant: state.assistant.slice(0, turns) };
    },
  };
}

/** Each language has a conversation of its own to begin with. */
export const lossMask = { en: define("en"), zh: define("zh") } as const satisfies Record<Language, unknown>;

export interface ShownToken {
  readonly text: string;
  readonly sample: number;
  readonly turn: number;
  readonly part: "prompt" | "response" | "end";
  /** Its label counts, does not (-100), or the token was cut off. */
  readonly fate: "counts" | "masked" | "cut";
  /** Place in its row; `null` if it was cut. */
  readonly position: number | null;
}

export interface RowView {
  /** With the tokens that were cut, each at its place. */
  readonly tokens: readonly ShownToken[];
  readonly keptTokens: number;
  readonly paddingTokens: number;
  /** One number a position, padding included: see `packedAttention`. */
  readonly attention: readonly number[];
  /** Which sample each position holds; -1 for padding. */
  readonly sampleAt: readonly number[];
}

export interface PartCount {
  readonly sample: number;
  readonly turn: number;
  readonly part: ShownToken["part"];
  readonly tokens: number;
  readonly kept: number;
  readonly counting: number;
}

export interface LossMaskView {
  /** LLaMA-Factory stops: `mask_history` and `train_on_prompt` exclude each other. */
  readonly refused: boolean;
  /** What a sample is cut to: one less than `cutoff_len` where rows are packed. */
  readonly sampleCutoff: number;
  readonly rows: readonly RowView[];
  readonly parts: readonly PartCount[];
  readonly kept: number;
  readonly counting: number;
  readonly cut: number;
  readonly padding: number;
  /** Row and place of the token whose view is shown. */
  readonly at: { readonly row: number; readonly position: number; readonly index: number };
}

function keyOf({ turn, part, index }: Pick<MaskedToken, "turn" | "part" | "index">): string {
  return `${turn} ${part} ${index}`;
}

/** All tokens of a sample in order, those that were cut among them. */
function sampleTokens(turns: readonly PartTokens[], sample: number, masked: readonly MaskedToken[]): ShownToken[] {
  const kept = new Map(masked.map((token) => [keyOf(token), token]));
  const show = (words: readonly string[], turn: number, part: ShownToken["part"]) =>
    words.map((word, index): ShownToken => {
      const token = kept.get(keyOf({ turn, part, index }));
      return {
        text: word,
        sample,
        turn,
        part,
        fate: token === undefined ? "cut" : token.learned ? "counts" : "masked",
        position: token === undefined ? null : 0,
      };
    });
  return [
    ...turns.flatMap(({ prompt, response }, turn) => [
      ...show(prompt, turn, "prompt"),
      ...show(response, turn, "response"),
    ]),
    ...(masked.some(({ part }) => part === "end") ? show(["<eos>"], turns.length, "end") : []),
  ];
}

function layRow(tokens: readonly ShownToken[], paddingTokens: number, attention: readonly number[]): RowView {
  let place = 0;
  const placed = tokens.map((token): ShownToken => {
    if (token.position === null) return token;
    const position = place++;
    // Nothing stands before the first token of a row to predict it from.
    return { ...token, position, fate: position === 0 ? "masked" : token.fate };
  });
  const sampleAt = placed.flatMap(({ position, sample }) => (position === null ? [] : [sample]));
  return {
    tokens: placed,
    keptTokens: place,
    paddingTokens,
    attention,
    sampleAt: [...sampleAt, ...new Array<number>(paddingTokens).fill(-1)],
  };
}

export function viewLossMask(state: LossMaskState): LossMaskView {
  const refused = state.train_on_prompt && state.mask_history;
  const sampleCutoff = state.cutoff_len - (state.packing === "none" ? 0 : 1);
  const eos = efficientEos(state.template);
  const conversations = [
    turnTokens(state.template, state.user, state.assistant),
    turnTokens(state.template, [state.user2], [state.assistant2]),
  ];
  const masks = conversations.map((turns) =>
    maskExample(
      turns.map(({ prompt, response }) => ({ promptTokens: prompt.length, responseTokens: response.length })),
      {
        cutoffLen: sampleCutoff,
        trainOnPrompt: state.train_on_prompt,
        maskHistory: state.mask_history && !refused,
        efficientEos: eos,
      },
    ),
  );
  const shown = conversations.map((turns, sample) => sampleTokens(turns, sample, masks[sample] ?? []));
  const rows =
    state.packing === "none"
      ? shown.map((tokens, sample) => layRow(tokens, 0, new Array<number>(masks[sample]?.length ?? 0).fill(1)))
      : packExamples(
          masks.map(({ length }) => length),
          sampleCutoff,
        ).rows.map((row) =>
          layRow(
            row.examples.flatMap((sample) => shown[sample] ?? []),
            row.paddingTokens,
            packedAttention(row, state.packing === "neat_packing"),
          ),
        );
  const tokens = rows.flatMap((row) => row.tokens);
  const kept = tokens.filter(({ fate }) => fate !== "cut").length;
  const at = Math.min(state.at, kept - 1);
  return {
    refused,
    sampleCutoff,
    rows,
    parts: countParts(tokens),
    kept,
    counting: tokens.filter(({ fate }) => fate === "counts").length,
    cut: tokens.length - kept,
    padding: rows.reduce((sum, { paddingTokens }) => sum + paddingTokens, 0),
    at: { ...locate(rows, at), index: at },
  };
}

function locate(rows: readonly RowView[], index: number): { row: number; position: number } {
  let before = 0;
  for (const [row, { keptTokens }] of rows.entries()) {
    if (index < before + keptTokens) return { row, position: index - before };
    before += keptTokens;
  }
  return { row: 0, position: 0 };
}

function countParts(tokens: readonly ShownToken[]): PartCount[] {
  const parts = new Map<string, ShownToken[]>();
  for (const token of tokens) {
    const key = `${token.sample} ${token.turn} ${token.part}`;
    parts.set(key, [...(parts.get(key) ?? []), token]);
  }
  return [...parts.values()]
    .map((inside): PartCount => {
      const [{ sample, turn, part }] = inside as [ShownToken];
      return {
        sample,
        turn,
        part,
        tokens: inside.length,
        kept: inside.filter(({ fate }) => fate !== "cut").length,
        counting: inside.filter(({ fate }) => fate === "counts").length,
      };
    })
    .sort((a, b) => a.sample - b.sample);
}

export function lossMaskYaml(state: LossMaskState): string {
  return toYamlText({
    stage: "sft",
    template: state.template,
    cutoff_len: state.cutoff_len,
    train_on_prompt: state.train_on_prompt || undefined,
    mask_history: state.mask_history || undefined,
    packing: state.packing === "packing" || undefined,
    neat_packing: state.packing === "neat_packing" || undefined,
  });
}
