/** Pinyin → the index's own Chinese words, so that `yure bushu`, `yurebushu` and `yrbs` are searched as 预热步数. */

import type { SearchEntry, SearchIndex } from "./entry";
import { Lexicon } from "./lexicon";

const mostReadings = 4;
export const longestWord = 8;

/** The texts whose Chinese a reader may spell in pinyin. */
export function namesOf({ label, fields = {} }: SearchEntry): string[] {
  return [label ?? "", ...Object.values(fields).flat()];
}

export class Pinyin {
  readonly #words = new Map<string, string[]>();
  readonly #initials = new Map<string, string[]>();
  readonly #spellings: Lexicon;
  #longest = 0;

  constructor({ pinyin, readings, words, entries, synonyms }: SearchIndex) {
    const syllables = new Map<string, string>();
    for (const group of pinyin.split(" ")) {
      const [, syllable = "", members = ""] = /^([a-z]+)(.*)$/u.exec(group) ?? [];
      for (const character of members) syllables.set(character, syllable);
    }
    const runs = new Map<string, number>();
    for (const text of [...entries.flatMap(namesOf), ...synonyms.flatMap(({ phrases }) => phrases)])
      for (const run of text.match(/\p{Script=Han}+/gu) ?? [])
        if (run.length > 1 && run.length <= longestWord) runs.set(run, (runs.get(run) ?? 0) + 1);
    // Of words that sound alike, the one that stands in most places is meant most often.
    const whole = [...runs].sort((a, b) => b[1] - a[1]).map(([run]) => run);
    for (const word of [...whole, ...words.split(" ")]) {
      const spoken = readings[word]?.split(" ") ?? [...word].map((character) => syllables.get(character) ?? "");
      const full = spoken.join("");
      add(this.#words, full, word);
      if (spoken.length >= 3) add(this.#initials, spoken.map((syllable) => syllable[0] ?? "").join(""), word);
      this.#longest = Math.max(this.#longest, full.length);
    }
    this.#spellings = new Lexicon(this.#words.keys());
  }

  /**
   * Chinese texts that a Latin text may spell, likeliest first; none when it spells no words of the index.
   *
   * @param pieces the text's Latin words, lower case
   */
  read(pieces: readonly string[]): string[] {
    const whole = pieces.join("").replaceAll("ü", "v");
    if (!/^[a-z]{2,48}$/.test(whole)) return [];
    const phrase = this.#words.get(whole) ?? [];
    const cut = this.#cut(whole, new Set(boundaries(pieces)));
    const initials = pieces.length === 1 && whole.length <= 8 ? (this.#initials.get(whole) ?? []) : [];
    const found = [...new Set([...phrase, ...cut, ...initials])];
    return (found.length > 0 ? found : this.#similarTo(whole)).slice(0, mostReadings);
  }

  /** Words whose spelling is a slip away; short spellings are all alike. */
  #similarTo(spelling: string): string[] {
    if (spelling.length < 6) return [];
    return this.#spellings
      .similarTo(spelling, spelling.length < 10 ? 1 : 2)
      .flatMap(({ term }) => this.#words.get(term) ?? []);
  }

  /** The fewest words that spell the whole text; a word may not run over a space that the reader typed, unless both sides fit. */
  #cut(text: string, spaces: ReadonlySet<number>): string[] {
    interface Path {
      readonly cost: number;
      readonly words: readonly string[][];
    }
    const best: (Path | undefined)[] = [{ cost: 0, words: [] }];
    for (let end = 1; end <= text.length; end += 1)
      for (let start = Math.max(0, end - this.#longest); start < end; start += 1) {
        const before = best[start];
        const words = this.#words.get(text.slice(start, end));
        if (before === undefined || words === undefined) continue;
        const crossed = [...spaces].some((space) => space > start && space < end);
        const cost = before.cost + 1 + (crossed ? 0.2 : 0) + (spaces.has(end) || end === text.length ? 0 : 0.1);
        if (cost < (best[end]?.cost ?? Number.POSITIVE_INFINITY)) best[end] = { cost, words: [...before.words, words] };
      }
    const path = best[text.length];
    if (path === undefined || path.words.length > 6) return [];
    // Homophones: vary one word at a time.
    const likeliest = path.words.map(([first = ""]) => first);
    const others = path.words.flatMap((words, index) =>
      words.slice(1, 3).map((word) => likeliest.map((first, at) => (at === index ? word : first)).join("")),
    );
    return [likeliest.join(""), ...others].slice(0, mostReadings);
  }
}

function boundaries(pieces: readonly string[]): number[] {
  let length = 0;
  return pieces.slice(0, -1).map((piece) => {
    length += piece.length;
    return length;
  });
}

function add(map: Map<string, string[]>, spelling: string, word: string): void {
  const words = map.get(spelling);
  if (words === undefined) map.set(spelling, [word]);
  else words.push(word);
}
