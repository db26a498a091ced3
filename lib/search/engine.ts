/**
 * The site's search: the same code in the browser and in the shell.
 *
 * A query is cut into units, each with the terms it may mean (itself, a longer word, a slip of it, its synonyms). Every text of
 * an entry is scored by how much of the query it holds and how much of it the query holds, so that `学习率` finds the parameter
 * of that name and a described symptom finds the question. Whole keys, beginnings of keys and error messages come first.
 */

import Fuse from "fuse.js/basic";
import { urls } from "@/lib/urls";
import { aliasMark, type EntryKind, type FieldKind, fieldKinds, type SearchEntry, type SearchIndex } from "./entry";
import { type Candidate, Lexicon, Synonyms } from "./lexicon";
import { Messages, tellingPart } from "./messages";
import { Pinyin } from "./pinyin";
import { type CharacterMap, compact, fold, type Token, tokenize } from "./text";

export type MatchReason = FieldKind | "pinyin" | "similar";

export interface SearchResult {
  readonly kind: EntryKind;
  readonly key: string;
  readonly title: string;
  readonly label: string | null;
  readonly summary: string | null;
  readonly detail: string | null;
  readonly url: string;
  readonly score: number;
  /** Of a topic, question, message or value that stands for several: at most six, the ones nearest to the query first. */
  readonly parameters: readonly string[];
  /** Where the query was found, with the text that matched unless it is shown anyway. */
  readonly reason: { readonly field: MatchReason; readonly text: string | null };
}

export interface SearchAnswer {
  readonly results: readonly SearchResult[];
  /** Nothing holds the query's words; the results are the nearest there are. */
  readonly isNearest: boolean;
  /** Terms to mark in what is shown, with their likeness to what was typed. */
  readonly terms: ReadonlyMap<string, number>;
}

export interface SearchEngine {
  search(query: string, limit?: number): SearchAnswer;
  /** Ranges of a shown text that a query's terms match. */
  mark(text: string, terms: SearchAnswer["terms"]): readonly (readonly [start: number, end: number])[];
}

/** What a full match in a text of this kind is worth. */
const fieldWeights = {
  key: 1,
  label: 1,
  keyword: 0.93,
  alias: 0.95,
  renamed: 0.97,
  value: 0.96,
  message: 0.8,
  summary: 0.45,
} satisfies Record<FieldKind, number>;

/** Typed exactly as it is written, a value that only one parameter takes is a name. `epoch`, which several take, is a word. */
const nameOfValue = 1.1;

const kindWeights = {
  parameter: 1,
  question: 1,
  value: 0.97,
  topic: 0.93,
  environment: 0.93,
  message: 0.9,
} satisfies Record<EntryKind, number>;

const defaultLimit = 24;

/** Nobody reads a longer log in one piece; an address of a megabyte must not hold up the page. */
const longestQuery = 20_000;

/** A complaint weighs more than its circumstances, however common its words are. */
const tellingFactor = 1.6;
const leastTelling = 0.7;

/** Positions of a text that are told apart: one bit each. */
const counted = 30;

/** A text of an entry. */
interface Field {
  readonly entry: number;
  readonly kind: FieldKind;
  readonly text: string;
  /** Number of positions, to tell how much of the text was matched. */
  readonly length: number;
}

interface Posting {
  readonly field: number;
  readonly position: number;
  readonly width: number;
}

/** The query's positions, each with how much it says, and what stretches of them may mean. */
interface Reading {
  readonly weights: readonly number[];
  readonly options: readonly Option[];
}

interface Option extends Candidate {
  readonly from: number;
  readonly to: number;
}

export function createEngine(index: SearchIndex): SearchEngine {
  const steps = buildEngine(index);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** How long a page may stand still while the engine is built. */
const sliceMilliseconds = 12;

/** The same, in slices, so that the letters typed meanwhile are not held up. */
export async function createEngineGradually(index: SearchIndex): Promise<SearchEngine> {
  const steps = buildEngine(index);
  for (;;) {
    const end = performance.now() + sliceMilliseconds;
    while (performance.now() < end) {
      const step = steps.next();
      if (step.done) return step.value;
    }
    await new Promise((resolve) => setTimeout(resolve));
  }
}

function* buildEngine(index: SearchIndex): Generator<void, SearchEngine> {
  const simplified: CharacterMap = new Map(
    [...index.traditional.matchAll(/(.)(.)/gu)].map(([, from = "", to = ""]) => [from, to] as const),
  );
  const folded = (text: string) => fold(text, simplified);
  const synonyms = new Synonyms(index.synonyms);
  yield;
  const pinyin = new Pinyin(index);
  yield;
  const messages = new Messages();
  const fields: Field[] = [];
  const postings = new Map<string, Posting[]>();
  const fieldsOfEntry: number[][] = [];

  for (const [number, entry] of index.entries.entries()) {
    if (number % 16 === 0) yield;
    fieldsOfEntry.push([]);
    for (const { kind, text } of textsOf(entry)) {
      if (kind === "message" || (kind === "keyword" && text.split(" ").length >= 4)) messages.add(number, text);
      const field = fields.length;
      const [name = "", frameworks = ""] = kind === "alias" ? text.split(aliasMark) : [text];
      const tokens = tokenize(folded(name));
      const last = tokens.at(-1);
      fieldsOfEntry[number]?.push(field);
      fields.push({ entry: number, kind, text, length: last === undefined ? 0 : last.position + last.width });
      const post = (term: string, position: number, width: number) => {
        const list = postings.get(term);
        if (list === undefined) postings.set(term, [{ field, position, width }]);
        else list.push({ field, position, width });
      };
      for (const { term, position, width } of [...tokens, ...synonyms.conceptsOf(tokens)]) post(term, position, width);
      // «swift max_length»: the framework is part of the query, but the name is whole without it.
      for (const { term, width } of tokenize(folded(frameworks))) post(term, counted, width);
    }
  }
  yield;
  /** Of every value that only one parameter takes, the text that is its name. */
  const valueFields = new Map<string, number | undefined>();
  fields.forEach(({ entry, kind, text }, number) => {
    if (kind !== "value" || index.entries[entry]?.kind !== "value") return;
    const value = compact(text);
    valueFields.set(value, valueFields.has(value) ? undefined : number);
  });
  const lexicon = new Lexicon(postings.keys());
  /** Scratch: for a field its place in the list of the query at hand. */
  const slots = new Uint32Array(fields.length);
  const rarities = new Map<string, number>();
  const names = new Set(
    [
      ...index.entries.flatMap(({ label, fields: texts }) => [
        label ?? "",
        ...(texts?.label ?? []),
        ...(texts?.keyword ?? []),
      ]),
      ...index.synonyms.flatMap(({ phrases }) => phrases),
    ].filter((text) => /^\p{Script=Han}{3,8}$/u.test(text)),
  );
  const nearNames = new Fuse(
    index.entries.filter(({ kind }) => kind === "parameter").map(({ key }) => key),
    { threshold: 0.6, ignoreLocation: true, ignoreFieldNorm: true },
  );
  const byCompactKey = new Map<string, number[]>();
  index.entries.forEach((entry, number) => {
    if (entry.kind !== "parameter" && entry.kind !== "environment") return;
    const key = compact(entry.key);
    byCompactKey.set(key, [...(byCompactKey.get(key) ?? []), number]);
  });
  const keys = [...byCompactKey.keys()].sort();
  const keyLexicon = new Lexicon(keys);
  const segmenter = "Segmenter" in Intl ? new Intl.Segmenter("zh", { granularity: "word" }) : null;
  const longestFirst = index.fillers.map((filler) => fold(filler)).sort((a, b) => b.length - a.length);
  const hanFillers = longestFirst.filter((filler) => !/[a-z]/.test(filler));
  const latinFillers = new RegExp(
    `(?<![a-z0-9_])(?:${longestFirst.filter((filler) => /^[a-z ]+$/.test(filler)).join("|")})(?![a-z0-9_])`,
    "g",
  );

  /** 0 … 1: near 1 for a term of few entries. */
  function rarity(term: string): number {
    let found = rarities.get(term);
    if (found === undefined) {
      const entries = new Set((postings.get(term) ?? []).map(({ field }) => fields[field]?.entry)).size;
      found = Math.log(1 + index.entries.length / (1 + entries)) / Math.log(1 + index.entries.length);
      rarities.set(term, found);
    }
    return found;
  }

  /** The query without the words that say nothing; the whole of it if nothing were left. */
  function withoutFillers(text: string): string {
    const kept = wordsAround(text);
    let rest = text.replace(latinFillers, blank);
    for (const filler of hanFillers)
      for (let at = rest.indexOf(filler); at >= 0; at = rest.indexOf(filler, at + 1)) {
        const end = at + filler.length;
        // 参数 says nothing, but 全参数微调 is a name.
        if (!kept.some((word) => word.start <= at && word.end >= end))
          rest = rest.slice(0, at) + blank(filler) + rest.slice(end);
      }
    return tokenize(rest).length === 0 ? text : rest;
  }

  /** Stretches of Chinese text that are longer words of the index or of a synonym class. */
  function wordsAround(text: string): { start: number; end: number }[] {
    const found: { start: number; end: number }[] = [];
    for (const { 0: run, index: offset } of text.matchAll(/\p{Script=Han}+/gu))
      for (let start = 0; start < run.length; start += 1)
        for (let end = Math.min(run.length, start + 8); end > start + 2; end -= 1)
          if (names.has(run.slice(start, end))) {
            found.push({ start: offset + start, end: offset + end });
            break;
          }
    return found;
  }

  function read(text: string): Reading {
    const tokens = tokenize(text);
    const single = tokens.filter(({ width }) => width === 1);
    const words = segmenter === null ? null : wordStarts(text, segmenter);
    const options: Option[] = [];
    const weights = single.map((token, at) => {
      const candidates = lexicon.candidates(token);
      for (const candidate of candidates) options.push({ ...candidate, from: at, to: at + 1 });
      const [best] = candidates;
      if (best === undefined) return token.isHan ? 0.2 : 0.45;
      // A pair of characters from two words is seldom meant.
      const crosses = token.isHan && token.end - token.start > 1 && words?.has(token.start + 1);
      return Math.max(0.12, rarity(best.term)) * (crosses ? 0.3 : 1) * (token.isHan ? 0.8 : 1);
    });
    for (const { term, position, width, isTelling } of synonyms.conceptsOf(tokens)) {
      options.push({ term, quality: 0.97, from: position, to: position + width });
      if (isTelling)
        for (let at = position; at < position + width; at += 1)
          weights[at] = Math.max(weights[at] as number, leastTelling / width) * tellingFactor;
    }
    for (const token of tokens) {
      if (token.width === 1) continue;
      const parts = single.slice(token.position, token.position + 2);
      if (!lexicon.has(token.term) && parts.every(({ term }) => lexicon.has(term))) continue;
      for (const candidate of lexicon.candidates(token).slice(0, 6))
        options.push({ ...candidate, from: token.position, to: token.position + 2 });
    }
    return { weights, options };
  }

  interface Scored {
    score: number;
    field: number;
    reason: MatchReason | null;
  }

  /** Scores by the words of the query, each entry by its best text and by all its texts together. */
  function scoreWords(text: string): Map<number, Scored> {
    const { weights, options } = read(text);
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    if (total === 0) return new Map();
    /** How much of a query whose positions are met this well is met. */
    const shareOf = (own: Float64Array) => {
      let sum = 0;
      for (let at = 0; at < weights.length; at += 1) sum += (weights[at] as number) * (own[at] as number);
      return sum / total;
    };

    const size = weights.length;
    /** Fields that were met; field → its place in this list, and beside it how well each position is met. */
    const metFields: number[] = [];
    let met = new Float64Array(256 * size);
    const covered: number[] = [];
    for (const { term, quality, from, to } of options)
      for (const { field, position, width } of postings.get(term) ?? []) {
        let slot = slots[field] as number;
        if (metFields[slot] !== field) {
          slot = metFields.push(field) - 1;
          slots[field] = slot;
          covered.push(0);
          if (metFields.length * size > met.length) {
            const longer = new Float64Array(met.length * 2);
            longer.set(met);
            met = longer;
          }
        }
        if (position < counted && quality > 0.6)
          covered[slot] = (covered[slot] as number) | (((1 << width) - 1) << position);
        for (let at = slot * size + from; at < slot * size + to; at += 1)
          if ((met[at] as number) < quality) met[at] = quality;
      }

    const namedValue = valueFields.get(compact(text));
    const entries = new Map<number, { score: number; field: number; together: Float64Array; isOwn: boolean }>();
    metFields.forEach((number, slot) => {
      const { entry, kind, length } = fields[number] as Field;
      const isNamed = kind === "value" && number === namedValue;
      const weight = isNamed ? nameOfValue : fieldWeights[kind];
      const own = met.subarray(slot * size, (slot + 1) * size);
      const share = shareOf(own);
      const coverage = length === 0 ? 0 : Math.min(1, bits(covered[slot] as number) / Math.min(counted, length));
      const isWhole = share > 0.94 && coverage > 0.99;
      const score = weight * (share ** 1.25 * (0.55 + 0.45 * coverage) + (isWhole ? 0.4 : 0));
      let found = entries.get(entry);
      if (found === undefined) {
        found = { score: 0, field: number, together: new Float64Array(size), isOwn: false };
        entries.set(entry, found);
      }
      if (score > found.score) {
        found.score = score;
        found.field = number;
      }
      // Of a value its own name must match, not only its parameter's.
      if (kind !== "key" || index.entries[entry]?.kind !== "value") found.isOwn = true;
      for (let at = 0; at < size; at += 1)
        found.together[at] = Math.max(found.together[at] as number, weight * (own[at] as number));
    });
    const scored = new Map<number, Scored>();
    for (const [number, { score, field, together, isOwn }] of entries)
      if (isOwn) scored.set(number, { score: 0.6 * score + 0.4 * shareOf(together) ** 1.25, field, reason: null });
    return scored;
  }

  /** Whole keys first, then their beginnings, then keys that were mistyped. */
  function addKeys(query: string, rest: string, scores: Map<number, Scored>): void {
    const whole = compact(rest);
    const isOneWord = !/\s/.test(rest.trim());
    const hasWholeText = bestScore(scores) > 1.15;
    const raise = (number: number, by: number, reason: MatchReason, isWhole = false) => {
      const { rank, parameters = [] } = index.entries[number] as SearchEntry;
      const known = scores.get(number);
      const score = (known?.score ?? 0) + by;
      scores.set(number, {
        score,
        field: reason === "key" ? keyField(number) : (known?.field ?? keyField(number)),
        reason,
      });
      // Who types a key that was withdrawn needs the one that took its place.
      if (rank < 0 && isWhole)
        for (const [at, name] of parameters.entries())
          for (const successor of byCompactKey.get(compact(name)) ?? []) {
            const before = scores.get(successor);
            scores.set(successor, {
              score: Math.max(before?.score ?? 0, score + 0.1 - 0.01 * at),
              field: before?.field ?? keyField(successor),
              reason: "renamed",
            });
          }
    };
    for (const text of new Set([compact(query), whole]))
      for (const number of byCompactKey.get(text) ?? [])
        raise(number, isOneWord ? 1.5 : 0.7 * byLevel(number, 1) ** 2, "key", true);
    // What `use_galore` switches on is called GaLore.
    for (const verb of ["use", "enable", "do"])
      for (const number of byCompactKey.get(verb + whole) ?? []) raise(number, byLevel(number, 0.5), "key");
    // `lora_alpha for command line`, `--lora_alpha 16`, `lora_alpha: 16`
    for (const [word] of query.matchAll(/[a-z0-9]+(?:[_-][a-z0-9]+)+/g))
      if (compact(word) !== whole)
        for (const number of byCompactKey.get(compact(word)) ?? [])
          raise(number, hasWholeText ? 0.2 : 0.9, "key", true);
    if (whole.length < 3 || !/^[a-z0-9]+$/.test(whole) || byCompactKey.has(whole)) return;
    for (let at = lowerBound(keys, whole); at < keys.length && keys[at]?.startsWith(whole); at += 1)
      for (const number of byCompactKey.get(keys[at] as string) ?? [])
        raise(
          number,
          byLevel(number, 0.2 + 0.35 * (whole.length / (keys[at] as string).length)) * (hasWholeText ? 0.15 : 1),
          "key",
        );
    // Whatever bears the name exactly as typed is no slip.
    if (hasWholeText || whole.length < 5 || whole.length > 48) return;
    const limit = whole.length >= 12 ? 3 : whole.length >= 7 ? 2 : 1;
    for (const { term: key, distance } of keyLexicon.similarTo(whole, limit))
      if (distance > 0)
        for (const number of byCompactKey.get(key) ?? []) raise(number, 0.7 - 0.15 * distance, "similar");
  }

  /** Of several keys the one that most readers use is meant. */
  function byLevel(number: number, bonus: number): number {
    const { rank } = index.entries[number] as SearchEntry;
    return rank < 0 ? 0 : bonus * (0.4 + 0.15 * rank);
  }

  function keyField(number: number): number {
    return fieldsOfEntry[number]?.[0] ?? 0;
  }

  /** The message itself, and behind it the parameters that answer it. */
  function addMessages(query: string, scores: Map<number, Scored>): void {
    const found = messages.find(query).slice(0, 12);
    for (const { entry, message, certainty } of found) {
      const field = fieldsOfEntry[entry]?.find((number) => fields[number]?.text === message) ?? keyField(entry);
      const before = scores.get(entry)?.score ?? 0;
      scores.set(entry, { score: before + 0.6 + certainty, field, reason: "message" });
    }
    for (const { entry, certainty } of found.slice(0, 2))
      for (const [at, name] of (index.entries[entry]?.parameters ?? []).slice(0, 6).entries())
        for (const number of byCompactKey.get(compact(name)) ?? []) {
          const known = scores.get(number);
          const score = (known?.score ?? 0) + certainty * (0.5 - 0.06 * at);
          scores.set(number, { score, field: known?.field ?? keyField(number), reason: known?.reason ?? "message" });
        }
  }

  /** The Latin words that the index does not know may be pinyin: the query with them as Chinese. */
  function pinyinReadings(text: string): string[] {
    const tokens = tokenize(text).filter(({ width }) => width === 1);
    const latin = tokens.filter(({ isHan }) => !isHan);
    if (latin.length === 0 || latin.length > 8 || latin.every(({ term }) => lexicon.has(term))) return [];
    const all = latin.length === tokens.length ? pinyin.read(latin.map(({ raw }) => raw)) : [];
    const parts: string[][] = [];
    let run: Token[] = [];
    const flush = () => {
      if (run.length === 0) return;
      const raws = run.map(({ raw }) => raw);
      const readings = pinyin.read(raws);
      parts.push(readings.length > 0 ? readings : [raws.join(" ")]);
      run = [];
    };
    for (const token of tokens) {
      if (token.isHan || lexicon.has(token.term)) {
        flush();
        parts.push([text.slice(token.start, token.end)]);
      } else run.push(token);
    }
    flush();
    const likeliest = parts.map(([first = ""]) => first).join(" ");
    const others = parts.flatMap((part, index) =>
      part.slice(1, 3).map((reading) => parts.map(([first = ""], at) => (at === index ? reading : first)).join(" ")),
    );
    return [...new Set([...all, likeliest, ...others])]
      .filter((reading) => reading !== text && /\p{Script=Han}/u.test(reading))
      .slice(0, 5);
  }

  function search(asked: string, limit = defaultLimit): SearchAnswer {
    // A log says what happened at its end.
    const query = asked.length > longestQuery ? asked.slice(-longestQuery) : asked;
    const telling = tellingPart(query);
    const text = folded(telling).slice(0, 400).trim();
    if (tokenize(text).length === 0) return { results: [], isNearest: false, terms: new Map() };
    const rest = withoutFillers(text);
    const scores = scoreWords(rest);
    addKeys(text, rest, scores);
    addMessages(query, scores);

    let understood = rest;
    let best = bestScore(scores);
    for (const [at, reading] of pinyinReadings(rest).entries()) {
      const readingScores = scoreWords(reading);
      const highest = bestScore(readingScores);
      if (highest > best + 0.02 * at) {
        understood = reading;
        best = highest;
      }
      for (const [number, scored] of readingScores) {
        const score = scored.score * (0.98 - 0.03 * at);
        if (score > (scores.get(number)?.score ?? 0)) scores.set(number, { ...scored, score, reason: "pinyin" });
      }
    }

    const ranked = [...scores]
      .map(([number, scored]) => ({
        number,
        ...scored,
        score: scored.score * prior(index.entries[number] as SearchEntry),
      }))
      .sort((a, b) => b.score - a.score || a.number - b.number);
    const highest = ranked[0]?.score ?? 0;
    const kept = ranked.filter(({ score }) => score >= Math.max(0.06, highest * 0.16)).slice(0, limit);
    const isNearest = highest < 0.2;
    const results = kept.map((scored) => toResult(scored, scores));
    if (isNearest) results.push(...nearest(text, results, limit));
    return { results, isNearest, terms: termsOf(understood) };
  }

  function prior({ rank, kind }: SearchEntry): number {
    return kindWeights[kind] * (rank < 0 ? 0.8 : 0.94 + 0.04 * rank);
  }

  function toResult(
    { number, score, field, reason }: Scored & { number: number },
    scores: ReadonlyMap<number, Scored>,
  ): SearchResult {
    const entry = index.entries[number] as SearchEntry;
    const { kind, key, title = key, label = null, summary = null, detail = null } = entry;
    const matched = fields[field] as Field;
    const isShown = [key, title, label, summary].includes(matched.text);
    return {
      kind,
      key,
      title: kind === "topic" || kind === "question" ? (label ?? key) : title,
      label: kind === "topic" || kind === "question" ? null : label,
      summary,
      detail,
      url: urlOf(entry),
      score: Math.round(score * 10_000) / 10_000,
      parameters: parametersOf(entry, scores),
      // The address of a topic or question says what its title says.
      reason: {
        field: reason ?? (isShown && matched.kind === "keyword" ? "label" : matched.kind),
        text: isShown ? null : matched.text,
      },
    };
  }

  /** Those of a long list that the query is about come first. */
  function parametersOf({ kind, parameters = [] }: SearchEntry, scores: ReadonlyMap<number, Scored>): string[] {
    if (kind !== "topic") return parameters.slice(0, 6);
    const scoreOf = (name: string) =>
      Math.max(0, ...(byCompactKey.get(compact(name)) ?? []).map((number) => scores.get(number)?.score ?? 0));
    return [...parameters].sort((a, b) => scoreOf(b) - scoreOf(a)).slice(0, 6);
  }

  function urlOf({ kind, key, row }: SearchEntry): string {
    const { language } = index;
    switch (kind) {
      case "topic":
        return urls.topic(language, key);
      case "question":
        return urls.question(language, key);
      case "environment":
        return urls.environmentSwitch(language, key);
      case "message":
        return urls.parameter(language, key, "conditions");
      case "value":
        return row === undefined ? urls.parameter(language, key) : urls.topic(language, ...row);
      case "parameter":
        return urls.parameter(language, key);
    }
  }

  /** Never a dead end: the names nearest to what was typed, and where there are none, what most readers look for. */
  function nearest(text: string, found: readonly SearchResult[], limit: number): SearchResult[] {
    const seen = new Set(found.map(({ kind, key }) => `${kind} ${key}`));
    const near = nearNames
      .search(compact(text).slice(0, 32) || text.slice(0, 32), { limit: 6 })
      .map(({ item }) => item);
    const popular = index.entries.filter(
      ({ kind, rank }) => kind === "question" || (kind === "parameter" && rank === 4),
    );
    const numbers = [
      ...near.flatMap((name) => byCompactKey.get(compact(name)) ?? []),
      ...popular.map((entry) => index.entries.indexOf(entry)),
    ];
    return [...new Set(numbers)]
      .filter((number) => {
        const { kind, key } = index.entries[number] as SearchEntry;
        return !seen.has(`${kind} ${key}`);
      })
      .slice(0, Math.max(0, Math.min(limit, 6) - found.length))
      .map((number) => toResult({ number, score: 0.01, field: keyField(number), reason: "similar" }, new Map()));
  }

  function termsOf(text: string): Map<string, number> {
    const terms = new Map<string, number>();
    for (const { term, quality } of read(text).options)
      if (quality > 0.4) terms.set(term, Math.max(quality, terms.get(term) ?? 0));
    return terms;
  }

  function mark(text: string, terms: SearchAnswer["terms"]): [number, number][] {
    const tokens = tokenize(folded(text));
    const single = tokens.filter(({ width }) => width === 1);
    const ranges = tokens
      // Two neighbours that only begin like what was typed are two words and not one.
      .filter(({ term, width }) => (width === 1 ? terms.has(term) : terms.get(term) === 1))
      .map(({ start, end }): [number, number] => [start, end]);
    for (const { term, position, width } of synonyms.conceptsOf(tokens)) {
      if (!terms.has(term)) continue;
      const [first, last] = [single[position], single[position + width - 1]];
      if (first && last) ranges.push([first.start, last.end]);
    }
    return merged(ranges);
  }

  return { search, mark };
}

function blank(text: string): string {
  return " ".repeat(text.length);
}

function textsOf({ kind, key, label, summary, fields = {} }: SearchEntry): { kind: FieldKind; text: string }[] {
  const texts: { kind: FieldKind; text: string }[] = [];
  // A message has no name; a topic's or question's is part of an address that readers seldom know.
  if (kind !== "message") texts.push({ kind: kind === "topic" || kind === "question" ? "keyword" : "key", text: key });
  if (label !== undefined) texts.push({ kind: "label", text: label });
  if (summary !== undefined) texts.push({ kind: "summary", text: summary });
  for (const field of fieldKinds)
    for (const text of fields[field] ?? []) if (text !== label) texts.push({ kind: field, text });
  return texts;
}

function bestScore(scores: ReadonlyMap<number, { readonly score: number }>): number {
  let best = 0;
  for (const { score } of scores.values()) if (score > best) best = score;
  return best;
}

function bits(mask: number): number {
  let count = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) count += 1;
  return count;
}

function lowerBound(sorted: readonly string[], text: string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle] as string) < text) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Places at which a word begins. */
function wordStarts(text: string, segmenter: Intl.Segmenter): Set<number> {
  return new Set([...segmenter.segment(text)].map(({ index }) => index));
}

function merged(ranges: readonly [number, number][]): [number, number][] {
  const sorted = [...ranges].sort((a, b) => a[0] - b[0]);
  const result: [number, number][] = [];
  for (const [start, end] of sorted) {
    const last = result.at(-1);
    if (last !== undefined && start <= last[1]) last[1] = Math.max(last[1], end);
    else result.push([start, end]);
  }
  return result;
}
