/** Catalog, topics, questions, rules → the index of one language. Runs at build time and in the shell, never in a browser. */

import { Converter } from "opencc-js/t2cn";
import { pinyin } from "pinyin-pro";
import {
  type DocumentedSwitch,
  labelOf,
  loadParameters,
  loadSwitches,
  type Parameter,
  parametersOfTopic,
  summaryOf,
} from "@/lib/catalog";
import { loadQuestions, loadTopics, type Question, type Topic } from "@/lib/explanations/load";
import { formatDefault, formatType, formatValue } from "@/lib/facts/format";
import { loadMessageRules } from "@/lib/facts/load";
import { type Language, languages } from "@/lib/i18n/languages";
import { messagesFor } from "@/lib/i18n/messages";
import { once, oncePerKey } from "@/lib/once";
import { loadExtraMessages, loadOldNames, loadSynonyms, loadValueNames } from "./content";
import { aliasMark, type FieldKind, type SearchEntry, type SearchIndex } from "./entry";
import { longestWord, namesOf } from "./pinyin";
import { compact, fold } from "./text";
import { loadValueRows } from "./value-rows";

const ranks = { essential: 4, common: 3, advanced: 1, expert: 0 } as const;

/** The index that `/search/{language}.json` holds. */
export const buildIndex = oncePerKey((code: string): SearchIndex => {
  const language = languages.find((known) => known === code);
  if (language === undefined) throw new Error(`no such language: ${code}`);
  const parameters = [...loadParameters().values()];
  const entries = [
    ...parameters.map((parameter) => parameterEntry(parameter, language)),
    ...parameters.flatMap((parameter) => valueEntries(parameter, language)),
    ...[...loadSwitches().values()].map((documented) => switchEntry(documented, language)),
    ...loadTopics().map((topic) => topicEntry(topic, language)),
    ...loadQuestions().map((question) => questionEntry(question, language)),
    ...messageEntries(),
  ];
  const { classes, fillers } = loadSynonyms();
  return {
    language,
    entries,
    synonyms: Object.entries(classes).map(([id, { zh, en, telling }]) => ({
      id,
      phrases: [...zh, ...en],
      ...(telling ? { isTelling: true } : {}),
    })),
    fillers: [...fillers.zh, ...fillers.en],
    ...hanTables(
      entries,
      [...Object.values(classes)].flatMap(({ zh }) => zh),
    ),
  };
});

function parameterEntry(parameter: Parameter, language: Language): SearchEntry {
  const { name, facts, explanation } = parameter;
  const meta = explanation?.meta;
  const label = labelOf(parameter, language);
  return withoutEmpty({
    kind: "parameter",
    key: name,
    label: label === name ? undefined : label,
    summary: shortSummary(summaryOf(parameter, language)),
    detail: detailOf(parameter, language),
    rank: isWithdrawn(parameter) ? -1 : ranks[meta?.level ?? "expert"],
    // A withdrawn key answers with what replaced it.
    parameters: "replacedBy" in facts.availability ? facts.availability.replacedBy : undefined,
    fields: fieldsOf(name, {
      label: [...languages.map((code) => labelOf(parameter, code)), facts.boardLabel?.zh, facts.boardLabel?.en],
      renamed: formerNames().get(name),
      alias: aliasesOf(meta?.elsewhere ?? [], name),
      keyword: keywordsOf(meta),
      value: facts.choices?.filter((choice) => typeof choice === "string") ?? [],
    }),
  });
}

/** Gone, or on its way out with a successor at hand, filled in by upstream itself, or read by a withdrawn command only. */
function isWithdrawn({ facts: { availability, commands } }: Parameter): boolean {
  switch (availability.kind) {
    case "removed":
    case "computed":
      return true;
    case "transformers-4-only":
      return availability.replacedBy.length > 0;
    default:
      return commands.every((command) => command === "eval");
  }
}

/** `max_length · trl, ms-swift`: names that differ from the parameter's own, each once with the frameworks that use it. */
function aliasesOf(elsewhere: readonly { readonly framework: string; readonly name: string }[], own: string): string[] {
  const frameworks = new Map<string, string[]>();
  for (const { framework, name } of elsewhere)
    if (framework !== "llama-board" && compact(name) !== compact(own))
      frameworks.set(name, [...(frameworks.get(name) ?? []), framework]);
  return [...frameworks].map(([name, users]) => name + aliasMark + users.join(", "));
}

/** Names that a parameter or switch took the place of. */
const formerNames = once((): ReadonlyMap<string, readonly string[]> => {
  const found = new Map<string, string[]>();
  const add = (successor: string, former: string) => found.set(successor, [...(found.get(successor) ?? []), former]);
  for (const { name, facts } of loadParameters().values())
    if (facts.availability.kind === "removed")
      for (const successor of facts.availability.replacedBy) add(successor, name);
  for (const [former, { now }] of Object.entries(loadOldNames())) for (const successor of now) add(successor, former);
  return found;
});

/** `int · default 8`; what upstream computes when the key is left out stands in the place of «not set». */
function detailOf({ facts }: Parameter, language: Language): string {
  const { parameter, search } = messagesFor(language);
  const value = formatDefault(facts);
  const shown =
    facts.derivedDefault !== null
      ? `${parameter.derivedDefault}: ${parameter.derived(facts.derivedDefault)}`
      : search.default(
          value === null ? parameter.defaultUnset : value === "" ? parameter.emptyText : shorten(value, 40),
        );
  return facts.availability.kind === "removed"
    ? `${formatType(facts)} · ${parameter.availability.removed(facts.availability.lastIn)}`
    : `${formatType(facts)} · ${shown}`;
}

/** Allowed values of a parameter, and those that have a name in content/search/values.yaml. */
function valueEntries(parameter: Parameter, language: Language): SearchEntry[] {
  const { name, facts, explanation } = parameter;
  if (facts.availability.kind === "removed") return [];
  const named = loadValueNames()[name] ?? {};
  const choices = (facts.choices ?? [])
    .filter((choice) => choice !== null && typeof choice !== "boolean")
    .map(formatValue);
  const replaced = facts.replacedValues;
  return [...new Set([...choices, ...Object.keys(named)])].map((value) => {
    const names = named[value];
    const successors = replaced
      .filter(({ use }) => use[name] === value)
      .map(({ value: former }) => `${name}: ${String(former)}`);
    return withoutEmpty({
      kind: "value",
      key: name,
      title: `${name}: ${value}`,
      row: loadValueRows().get(`${name}: ${value}`),
      label: names?.[language],
      rank: names === undefined ? 0 : Math.max(1, ranks[explanation?.meta.level ?? "expert"]),
      parameters: names?.with === undefined ? undefined : [name, ...names.with].slice(0, 6),
      fields: fieldsOf(name, {
        value: [value],
        label: [names?.zh, names?.en],
        keyword: names?.keywords,
        renamed: successors,
      }),
    });
  });
}

function switchEntry(documented: DocumentedSwitch, language: Language): SearchEntry {
  const { name, facts, explanation } = documented;
  const meta = explanation?.meta;
  const { search, parameter } = messagesFor(language);
  return withoutEmpty({
    kind: "environment",
    key: name,
    label: explanation?.prose[language].frontmatter.label,
    summary: shortSummary(summaryOf(documented, language)),
    detail: search.default(
      facts.default === null ? parameter.defaultUnset : formatValue(facts.default) || parameter.emptyText,
    ),
    rank: ranks[meta?.level ?? "expert"],
    fields: fieldsOf(name, {
      label: languages.map((code) => explanation?.prose[code].frontmatter.label),
      keyword: keywordsOf(meta),
      alias: aliasesOf(meta?.elsewhere ?? [], name),
      renamed: formerNames().get(name),
    }),
  });
}

function topicEntry(topic: Topic, language: Language): SearchEntry {
  const { id, meta, prose } = topic;
  const listed = meta.parameters.length > 0 ? meta.parameters : parametersOfTopic(id);
  return withoutEmpty({
    kind: "topic",
    key: id,
    label: prose[language].frontmatter.title,
    summary: prose[language].frontmatter.summary,
    rank: 3,
    parameters: listed.slice(0, 24),
    fields: fieldsOf(id, {
      label: languages.map((code) => prose[code].frontmatter.title),
      keyword: keywordsOf(meta),
    }),
  });
}

function questionEntry(question: Question, language: Language): SearchEntry {
  const { id, meta, prose } = question;
  return withoutEmpty({
    kind: "question",
    key: id,
    label: prose[language].frontmatter.title,
    summary: prose[language].frontmatter.summary,
    rank: 4,
    parameters: meta.parameters.slice(0, 6),
    fields: fieldsOf(id, {
      label: languages.map((code) => prose[code].frontmatter.title),
      keyword: keywordsOf(meta),
      message: meta.errors.filter((error) => answersMessage(meta.parameters, error)),
    }),
  });
}

/** A message that is about other parameters than a question answers with has a result of its own, which leads to them. */
function answersMessage(parameters: readonly string[], message: string): boolean {
  const rules = loadMessageRules().filter(({ upstreamMessage }) => compact(upstreamMessage) === compact(message));
  return (
    rules.length === 0 ||
    rules.some(({ params }) =>
      bestKnownFirst(params, message)
        .slice(0, 2)
        .some((name) => parameters.includes(name)),
    )
  );
}

/** Messages of upstream's rules and of content/search, but for those that a question answers with the same parameter. */
function messageEntries(): SearchEntry[] {
  const answers = new Map<string, Set<string>>();
  for (const { meta } of loadQuestions())
    for (const error of meta.errors)
      answers.set(compact(error), new Set([...(answers.get(compact(error)) ?? []), ...meta.parameters]));

  const found = new Map<string, { messages: string[]; parameters: string[] }>();
  const add = (messages: readonly string[], parameters: readonly string[]) => {
    const id = compact(messages[0] ?? "");
    const known = found.get(id);
    const all = [...(known?.parameters ?? []), ...parameters].filter((name) => loadParameters().has(name));
    if (all.length === 0 || answers.get(id)?.has(all[0] as string)) return;
    found.set(id, {
      messages: [...new Set([...(known?.messages ?? []), ...messages])],
      parameters: [...new Set(all)],
    });
  };
  for (const { messages, parameters } of loadExtraMessages()) add(messages, parameters);
  for (const { upstreamMessage, params } of loadMessageRules())
    add([upstreamMessage], bestKnownFirst(params, upstreamMessage));
  return [...found.values()].map(({ messages, parameters }) => ({
    kind: "message",
    key: parameters[0] as string,
    title: shorten(messages[0] as string, 160),
    rank: 2,
    parameters: parameters.slice(0, 6),
    fields: { message: messages },
  }));
}

/** Of the parameters that a rule reads, the ones its message names come first, and those that every config has come last. */
function bestKnownFirst(parameters: readonly string[], message: string): string[] {
  const text = compact(message);
  const general = new Set(["model_name_or_path", "stage", "dataset", "do_train", "output_dir"]);
  const nearness = (name: string) => {
    if (message.includes(name)) return 1000 - message.indexOf(name);
    const words = name.split("_").filter((word) => word.length > 2 && word !== "use");
    const named = words.filter((word) => text.includes(word));
    return named.join("").length * (named.length / Math.max(1, words.length)) - (general.has(name) ? 100 : 0);
  };
  return [...parameters].sort((a, b) => nearness(b) - nearness(a));
}

/**
 * What turns traditional characters and pinyin into the index's own words: only its own characters, so both stay small.
 * The readings of characters are those they have most often in these words; the words that differ are listed.
 */
function hanTables(entries: readonly SearchEntry[], phrases: readonly string[]) {
  const all = [...entries.flatMap(namesOf), ...phrases];
  const segmenter = new Intl.Segmenter("zh", { granularity: "word" });
  const words = new Map<string, number>();
  const count = (word: string) => words.set(word, (words.get(word) ?? 0) + 1);
  const characters = new Set<string>();
  const whole = new Set<string>();
  for (const text of all)
    for (const run of text.match(/\p{Script=Han}+/gu) ?? []) {
      for (const character of run) characters.add(character);
      whole.add(run);
      if (run.length > 1 && run.length <= longestWord) count(run);
      for (const { segment } of segmenter.segment(run)) if (segment.length > 1 && segment !== run) count(segment);
    }

  const counts = new Map<string, Map<string, number>>();
  const spoken = new Map<string, string[]>();
  for (const word of words.keys()) {
    const syllables = pinyin(word, { toneType: "none", type: "array", v: true });
    spoken.set(word, syllables);
    [...word].forEach((character, index) => {
      const readings = counts.get(character) ?? new Map<string, number>();
      const syllable = syllables[index] ?? "";
      readings.set(syllable, (readings.get(syllable) ?? 0) + 1);
      counts.set(character, readings);
    });
  }
  const usual = new Map<string, string>();
  for (const [character, readings] of counts)
    usual.set(character, [...readings].sort((a, b) => b[1] - a[1])[0]?.[0] ?? "");
  const bySyllable = new Map<string, string>();
  for (const [character, syllable] of usual) bySyllable.set(syllable, (bySyllable.get(syllable) ?? "") + character);
  const readings: Record<string, string> = {};
  for (const [word, syllables] of spoken)
    if (syllables.join("") !== [...word].map((character) => usual.get(character)).join(""))
      readings[word] = syllables.join(" ");

  return {
    traditional: traditionalPairs(characters),
    pinyin: [...bySyllable]
      .map(([syllable, members]) => syllable + members)
      .sort()
      .join(" "),
    readings,
    // Of words that sound alike, the one that stands in most places is meant most often.
    words: [...words]
      .filter(([word]) => !whole.has(word))
      .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
      .map(([word]) => word)
      .join(" "),
  };
}

/** Every traditional character of the Basic Multilingual Plane whose simplified form the index uses. */
function traditionalPairs(used: ReadonlySet<string>): string {
  const toSimplified = Converter({ from: "t", to: "cn" });
  let pairs = "";
  for (let code = 0x4e00; code <= 0x9fff; code += 1) {
    const character = String.fromCharCode(code);
    const simplified = toSimplified(character);
    if (simplified !== character && !used.has(character) && used.has(simplified)) pairs += character + simplified;
  }
  return pairs;
}

function keywordsOf(
  meta: { readonly keywords: { zh: readonly string[]; en: readonly string[] } } | undefined,
): string[] {
  return meta === undefined ? [] : [...meta.keywords.zh, ...meta.keywords.en];
}

/** Without doubles: a text counts where it counts most. */
function fieldsOf(
  key: string,
  fields: Partial<Record<FieldKind, readonly (string | undefined)[] | undefined>>,
): Partial<Record<FieldKind, string[]>> {
  const seen = new Set([compact(key)]);
  const kept: Partial<Record<FieldKind, string[]>> = {};
  for (const [field, texts] of Object.entries(fields) as [FieldKind, readonly (string | undefined)[] | undefined][]) {
    const fresh = (texts ?? []).filter((text): text is string => {
      if (text === undefined) return false;
      // A value may be called as its parameter is.
      const folded = field === "value" ? `value ${fold(text)}` : compact(text);
      if (folded === "" || seen.has(folded)) return false;
      seen.add(folded);
      return true;
    });
    if (fresh.length > 0) kept[field] = fresh;
  }
  return kept;
}

function withoutEmpty<T extends object>(entry: { [K in keyof T]: T[K] | undefined }): T {
  return Object.fromEntries(Object.entries(entry).filter(([, value]) => value !== undefined)) as T;
}

/** Enough for the one or two lines of a result; the page has the whole sentence. */
function shortSummary(summary: string | null): string | undefined {
  return summary === null ? undefined : shorten(summary, /\p{Script=Han}/u.test(summary) ? 60 : 110);
}

function shorten(text: string, characters: number): string {
  return text.length <= characters ? text : `${text.slice(0, characters - 1)}…`;
}
