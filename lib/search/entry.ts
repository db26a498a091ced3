/** What the index holds. It is sent to browsers, so nothing stands in it that can be computed from the rest. */

import type { Language } from "@/lib/i18n/languages";

export const entryKinds = ["parameter", "value", "environment", "topic", "question", "message"] as const;
export type EntryKind = (typeof entryKinds)[number];

/** Where a text of an entry comes from: the reason of a match, and how much a match there is worth. */
export const fieldKinds = ["key", "label", "keyword", "alias", "renamed", "value", "message", "summary"] as const;
export type FieldKind = (typeof fieldKinds)[number];

/** Stands between another framework's name for a parameter and the frameworks that use it. */
export const aliasMark = " · ";

export interface SearchEntry {
  readonly kind: EntryKind;
  /** Parameter, switch, topic or question that the entry leads to; of a value and of a message the parameter. */
  readonly key: string;
  /** Left out where it is the key. */
  readonly title?: string;
  /** The name in words, and of a topic or question its one sentence. */
  readonly label?: string;
  readonly summary?: string;
  /** Type and default, ready to be shown. */
  readonly detail?: string;
  /** −1 (withdrawn), 0 (expert) … 4 (what nearly every reader wants). */
  readonly rank: number;
  /** What a topic, question, message or value answers with, best first; of a withdrawn key, what replaced it. */
  readonly parameters?: readonly string[];
  /** Texts that it is found by, beside key, title, label and summary. */
  readonly fields?: Partial<Readonly<Record<FieldKind, readonly string[]>>>;
  /** Row of a topic's table, which tells more of a value than the parameter's page. */
  readonly row?: readonly [topic: string, row: string];
}

export interface SynonymClass {
  readonly id: string;
  /** Folded phrases that mean the same. */
  readonly phrases: readonly string[];
  /** What a reader complains of or wants done, rather than where and with what. */
  readonly isTelling?: boolean;
}

export interface SearchIndex {
  readonly language: Language;
  readonly entries: readonly SearchEntry[];
  readonly synonyms: readonly SynonymClass[];
  /** Words of a question that say nothing about what is sought, such as 怎么设置 or «how to». */
  readonly fillers: readonly string[];
  /** Traditional characters, each followed by its simplified one. */
  readonly traditional: string;
  /** Pinyin of the index's Han characters: `syllable` + the characters that read so, separated by spaces. */
  readonly pinyin: string;
  /** Words that are read otherwise than their characters, as `word pinyin`. */
  readonly readings: Readonly<Record<string, string>>;
  /** Chinese words inside longer runs of the index's texts, the most frequent first, to cut pinyin by. */
  readonly words: string;
}
