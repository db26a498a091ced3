/** Error messages: from a whole pasted traceback to the message that it holds, and from a fragment to the message it is of. */

import { fold } from "./text";

/** Words of a message, one space between, so that line breaks, quotes and colours make no difference. */
export function plain(text: string): string {
  return fold(text.replace(escapeCodes, " "))
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: terminals colour their messages with the escape character
const escapeCodes = /\u001b\[[0-9;]*m/g;

interface Fragments {
  readonly whole: string;
  /** What stands between the placeholders `{…}`. */
  readonly parts: readonly string[];
  readonly length: number;
}

export interface MessageMatch {
  readonly entry: number;
  readonly message: string;
  /** 0 … 1: how surely the text is this message. */
  readonly certainty: number;
}

export class Messages {
  readonly #messages: { entry: number; message: string; fragments: Fragments }[] = [];

  add(entry: number, message: string): void {
    const parts = message
      .split(/\{[^}]*\}/)
      .map(plain)
      .filter((part) => part.length > 2);
    const length = parts.reduce((sum, part) => sum + part.length, 0);
    if (length >= 4) this.#messages.push({ entry, message, fragments: { whole: parts.join(" "), parts, length } });
  }

  /** Messages that the text contains, or whose piece it is; one for an entry, surest first. */
  find(text: string): MessageMatch[] {
    const pasted = ` ${plain(text)} `;
    const typed = pasted.trim();
    const best = new Map<number, MessageMatch>();
    for (const { entry, message, fragments } of this.#messages) {
      const certainty = Math.max(containedIn(pasted, fragments), pieceOf(typed, fragments));
      if (certainty > (best.get(entry)?.certainty ?? 0)) best.set(entry, { entry, message, certainty });
    }
    return [...best.values()].sort((a, b) => b.certainty - a.certainty);
  }
}

/** The text holds the message. Of several the longest is the most telling, hence the share that grows with the length. */
function containedIn(pasted: string, { parts, length }: Fragments): number {
  const found = parts.filter((part) => pasted.includes(isHan(part) ? part : ` ${part} `));
  const matched = found.reduce((sum, part) => sum + part.length, 0);
  const share = matched / length;
  if (share < 0.7 || matched < (isHan(parts[0] ?? "") ? 4 : 12)) return 0;
  return share * (0.6 + 0.4 * Math.min(1, matched / 80));
}

/** The text is a piece of the message: at least three words, or the whole of a short one. */
function pieceOf(typed: string, { whole }: Fragments): number {
  const words = typed.split(" ").length;
  const isEnough = isHan(typed) ? typed.length >= 4 : words >= 3 && typed.length >= 12;
  if (!isEnough || !whole.includes(typed)) return 0;
  return 0.6 + 0.4 * (typed.length / whole.length);
}

function isHan(text: string): boolean {
  return /\p{Script=Han}/u.test(text);
}

const longQuery = 160;

/**
 * Of a pasted log the lines that say something: those that name an error, else the last ones.
 * Short queries come back as they are.
 */
export function tellingPart(text: string): string {
  if (text.length <= longQuery && !text.includes("\n")) return text;
  const all = text
    .replace(escapeCodes, "")
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
  if (all.length === 1) return tellingEnd(all[0] as string);
  const framed = /^(File "|Traceback|During handling|The above exception|\^+$|[-=*|+~^ ]+$)/;
  const told = all.filter((line) => !framed.test(line));
  const lines = told.length > 0 ? told : all;
  const errors = lines.filter((line) => /\b\w*(Error|Exception|Warning|FAILED|failed)\b/.test(line));
  const chosen = errors.length > 0 ? errors.slice(-2) : lines.slice(-2);
  return chosen.map((line) => line.slice(0, longQuery)).join(" ");
}

/** A field for one line joins pasted lines: the last error's name begins what matters. */
function tellingEnd(line: string): string {
  // From the start of a word only: tried at each of its letters, a long word would cost the square of its length.
  const start = [...line.matchAll(/(?<![\w.])[\w.]*(?:Error|Exception|Warning)\b:/g)].at(-1)?.index;
  return start === undefined ? line.slice(-longQuery) : line.slice(start, start + longQuery);
}
