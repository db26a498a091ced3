/** The terms of the index and all the ways in which a query may mean one: beginnings, pieces, slips, synonyms, pinyin. */

import Fuse from "fuse.js/basic";
import { editDistance } from "@/lib/nearest";
import type { SynonymClass } from "./entry";
import { fold, type Token, tokenize } from "./text";

export interface Candidate {
  readonly term: string;
  /** 1 for the term itself, less for what is only like it. */
  readonly quality: number;
}

const most = 24;
const mostCompared = 60;

/** The Latin terms of the index. Han pairs need no such help: every piece of a word is a term. */
export class Lexicon {
  readonly #terms: readonly string[];
  readonly #known: ReadonlySet<string>;
  /** Pieces of three letters → terms, so that Fuse compares a slip with hundreds of terms and not with all. */
  readonly #pieces = new Map<string, string[]>();
  readonly #found = new Map<string, readonly Candidate[]>();

  constructor(terms: Iterable<string>) {
    this.#known = new Set(terms);
    this.#terms = [...this.#known].filter((term) => /^[a-z0-9]/.test(term)).sort();
    for (const term of this.#terms)
      for (const piece of piecesOf(term)) {
        const members = this.#pieces.get(piece);
        if (members) members.push(term);
        else this.#pieces.set(piece, [term]);
      }
  }

  has(term: string): boolean {
    return this.#known.has(term);
  }

  /** What a token of a query may mean, best first. */
  candidates(token: Pick<Token, "term" | "raw" | "isHan">): readonly Candidate[] {
    const id = `${token.term}\n${token.raw}`;
    let found = this.#found.get(id);
    if (found === undefined) {
      found = this.#find(token);
      // A reader types letter by letter, so the last words return again and again; the memory stays bounded.
      if (this.#found.size > 500) this.#found.clear();
      this.#found.set(id, found);
    }
    return found;
  }

  #find({ term, raw, isHan }: Pick<Token, "term" | "raw" | "isHan">): readonly Candidate[] {
    const exact: Candidate[] = this.#known.has(term) ? [{ term, quality: 1 }] : [];
    if (isHan) return exact;
    const prefixes = this.#beginningWith(raw.length > term.length + 1 ? term : raw).filter((longer) => longer !== term);
    const found = [
      ...exact,
      ...prefixes.map((longer) => ({
        term: longer,
        quality: 0.45 + 0.4 * (raw.length / Math.max(longer.length, raw.length)),
      })),
    ];
    if (exact.length === 0 && found.length < 3 && raw.length >= 4)
      found.push(...this.#pieceOf(raw), ...this.#slipsOf(raw));
    return distinct(found).slice(0, most);
  }

  #beginningWith(start: string): string[] {
    if (start.length < 2) return [];
    let low = 0;
    let high = this.#terms.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.#terms[middle] as string) < start) low = middle + 1;
      else high = middle;
    }
    const found: string[] = [];
    for (let i = low; i < this.#terms.length && found.length < 200; i += 1) {
      const term = this.#terms[i] as string;
      if (!term.startsWith(start)) break;
      found.push(term);
    }
    return found.sort((a, b) => a.length - b.length).slice(0, most);
  }

  /** Terms that hold the letters somewhere inside, such as `norm` in `layernorm`. */
  #pieceOf(letters: string): Candidate[] {
    const [first] = piecesOf(letters);
    return (this.#pieces.get(first ?? "") ?? [])
      .filter((term) => term.includes(letters))
      .slice(0, most)
      .map((term) => ({ term, quality: 0.4 + 0.3 * (letters.length / term.length) }));
  }

  #slipsOf(letters: string): Candidate[] {
    const limit = letters.length >= 8 ? 3 : letters.length >= 6 ? 2 : 1;
    const step = letters.length >= 8 ? 0.12 : 0.2;
    return this.similarTo(letters, limit)
      .map(({ term, distance }) => ({ term, quality: Math.max(0.2, 0.9 - distance * step) }))
      .slice(0, 6);
  }

  /**
   * Terms at most `limit` slips away, nearest first. Those that share the most pieces are asked; Fuse finds among them what is
   * alike, and the edit distance, which knows swapped neighbours, judges it.
   */
  similarTo(letters: string, limit: number): { term: string; distance: number }[] {
    const shared = new Map<string, number>();
    for (const piece of piecesOf(letters))
      for (const term of this.#pieces.get(piece) ?? [])
        if (Math.abs(term.length - letters.length) <= limit) shared.set(term, (shared.get(term) ?? 0) + 1);
    const nearest = [...shared].sort((a, b) => b[1] - a[1]).slice(0, mostCompared);
    const fuse = new Fuse(
      nearest.map(([term]) => term),
      { threshold: 0.5, ignoreLocation: true, ignoreFieldNorm: true },
    );
    return fuse
      .search(letters.slice(0, 32))
      .map(({ item }) => ({ term: item, distance: editDistance(letters, item, limit) }))
      .filter(({ distance }) => distance <= limit)
      .sort((a, b) => a.distance - b.distance);
  }
}

/** Pieces of three letters; a shorter word is its own piece. Both ends are marked, for they are seldom mistyped. */
function piecesOf(word: string): string[] {
  if (word.length <= 3) return [word];
  return Array.from({ length: word.length - 2 }, (_, start) => word.slice(start, start + 3));
}

function distinct(candidates: readonly Candidate[]): Candidate[] {
  const best = new Map<string, Candidate>();
  for (const candidate of candidates)
    if ((best.get(candidate.term)?.quality ?? 0) < candidate.quality) best.set(candidate.term, candidate);
  return [...best.values()].sort((a, b) => b.quality - a.quality);
}

export interface Concept {
  readonly term: string;
  readonly position: number;
  readonly width: number;
  readonly isTelling: boolean;
}

/** Finds the phrases of synonym classes in tokens. */
export class Synonyms {
  readonly #byFirst = new Map<string, { terms: readonly string[]; term: string; isTelling: boolean }[]>();

  constructor(classes: readonly SynonymClass[]) {
    for (const { id, phrases, isTelling = false } of classes)
      for (const phrase of phrases) {
        const terms = tokenize(fold(phrase))
          .filter(({ width }) => width === 1)
          .map(({ term }) => term);
        const [first] = terms;
        if (first === undefined) continue;
        const members = this.#byFirst.get(first) ?? [];
        members.push({ terms, term: `#${id}`, isTelling });
        this.#byFirst.set(first, members);
      }
  }

  /** A phrase inside a longer one says nothing of its own: «memory» in «out of memory». */
  conceptsOf(tokens: readonly Token[]): Concept[] {
    const single = tokens.filter(({ width }) => width === 1);
    const found: Concept[] = [];
    single.forEach(({ term }, index) => {
      for (const { terms, term: concept, isTelling } of this.#byFirst.get(term) ?? [])
        if (terms.every((part, offset) => single[index + offset]?.term === part))
          found.push({ term: concept, position: single[index]?.position ?? 0, width: terms.length, isTelling });
    });
    return found.filter(
      (inner) =>
        !found.some(
          (outer) =>
            outer.width > inner.width &&
            outer.position <= inner.position &&
            outer.position + outer.width >= inner.position + inner.width,
        ),
    );
  }
}
