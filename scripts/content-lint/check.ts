/** What a check of our own content files is. One check, one file, one demand. */

import type { Language } from "@/lib/i18n/languages";

export type SubjectKind = "parameters" | "environment" | "topics" | "questions" | "explainers" | "releases";

export interface ContentFile {
  readonly path: string;
  readonly language: Language;
  /** The whole text. */
  readonly text: string;
  /** Lines with frontmatter, fences, JSX, math and links' addresses blanked out: what a reader reads, on its own line numbers. */
  readonly proseLines: readonly string[];
  readonly frontmatter: Readonly<Record<string, string>>;
}

export interface Subject {
  readonly kind: SubjectKind;
  readonly id: string;
  readonly folder: string;
  readonly metaText: string;
  readonly meta: Readonly<Record<string, unknown>>;
  readonly zh: ContentFile;
  readonly en: ContentFile;
}

export interface Fault {
  readonly path: string;
  readonly line: number;
  readonly problem: string;
  readonly tip?: string;
}

export interface Check {
  readonly id: string;
  /** Faults of one subject; a subject that cannot even be parsed never gets here. */
  run(subject: Subject): Iterable<Fault>;
}

/** Line number (from 1) of the first line that contains the text, or 1. */
export function lineOf(text: string, needle: string): number {
  const index = text.split("\n").findIndex((line) => line.includes(needle));
  return index < 0 ? 1 : index + 1;
}
