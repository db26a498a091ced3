/** A conversation in the words of a template of v0.9.5 (src/llamafactory/data/template.py), one token a word. */

export const templates = ["chatml", "glm4"] as const;
export type Template = (typeof templates)[number];

export interface PartTokens {
  readonly prompt: readonly string[];
  readonly response: readonly string[];
}

/** The template closes a conversation with one end token, and not every answer. */
export function efficientEos(template: Template): boolean {
  return template === "glm4";
}

/**
 * Words, Han characters and signs. A real tokenizer cuts long words up and takes frequent Han words together; for what is
 * masked or cut this makes no difference.
 */
export function splitWords(text: string): string[] {
  return text.match(/[\p{Script=Latin}\p{N}'’_-]+|\S/gu) ?? [];
}

/** As one would type it: a line break has no picture of its own. */
const LINE_END = "\\n";

const forms = {
  chatml: {
    prefix: [],
    prompt: (words) => [
      ...["<|im_start|>", "user", LINE_END],
      ...words,
      ...["<|im_end|>", LINE_END, "<|im_start|>", "assistant", LINE_END],
    ],
    response: (words) => [...words, "<|im_end|>", LINE_END],
  },
  glm4: {
    prefix: ["[gMASK]", "<sop>"],
    prompt: (words) => ["<|user|>", LINE_END, ...words, "<|assistant|>"],
    response: (words) => [LINE_END, ...words],
  },
} as const satisfies Record<
  Template,
  {
    prefix: readonly string[];
    prompt: (words: readonly string[]) => string[];
    response: (words: readonly string[]) => string[];
  }
>;

/** Prompt and response of each turn, with what the template writes around them. */
export function turnTokens(template: Template, users: readonly string[], assistants: readonly string[]): PartTokens[] {
  const { prefix, prompt, response } = forms[template];
  return users.map((user, turn) => ({
    prompt: [...(turn === 0 ? prefix : []), ...prompt(splitWords(user))],
    response: response(splitWords(assistants[turn] ?? "")),
  }));
}
