/** The facts of a parameter as lines of term and value: what Markdown, the terminal and language models read. */

import type { ParameterMeta } from "@/lib/explanations/schema";
import { unitNames } from "@/lib/explanations/vocabulary";
import type { Language } from "@/lib/i18n/languages";
import type { Messages } from "@/lib/i18n/messages";
import { sourceRefUrl } from "@/lib/sources";
import { formatDefault, formatType, formatValue } from "./format";
import type { ParameterFacts } from "./parameter";

export interface Statement {
  readonly id: string;
  readonly term: string;
  /** In the form in which it is written in YAML or source, where it is code. */
  readonly code: readonly string[];
  /** Words beside the code, or instead of it. */
  readonly note?: string;
}

export function factStatements(
  facts: ParameterFacts,
  meta: ParameterMeta | null,
  language: Language,
  messages: Messages,
): Statement[] {
  const text = messages.parameter;
  const value = formatDefault(facts);
  const notes = [facts.nullable ? text.nullable : null, facts.commaList ? text.commaList : null].filter(Boolean);
  const separator = language === "zh" ? "；" : "; ";
  const statements: (Statement | null)[] = [
    {
      id: "type",
      term: text.type,
      code: [formatType(facts)],
      ...(notes.length > 0 ? { note: notes.join(separator) } : {}),
    },
    value === null || value === ""
      ? { id: "default", term: text.default, code: [], note: value === "" ? text.emptyText : text.defaultUnset }
      : { id: "default", term: text.default, code: [value] },
    facts.derivedDefault && {
      id: "derived",
      term: text.derivedDefault,
      code: [],
      note: text.derived(facts.derivedDefault),
    },
    facts.choices && { id: "choices", term: text.choices, code: facts.choices.map(formatValue) },
    {
      id: "commands",
      term: text.commands,
      code: [],
      note: facts.commands.map((command) => text.commandNames[command]).join(" · "),
    },
    { id: "group", term: text.group, code: [facts.dataclass], note: messages.groups[facts.group] },
    { id: "since", term: text.since, code: [], note: sinceText(facts, messages) },
    meta?.unit === undefined ? null : { id: "unit", term: text.unit, code: [], note: unitNames[meta.unit][language] },
    meta && { id: "level", term: text.level, code: [], note: messages.levels[meta.level] },
    meta && meta.requires.length > 0 ? { id: "requires", term: text.requires, code: meta.requires } : null,
    meta && meta.conflicts.length > 0 ? { id: "conflicts", term: text.conflicts, code: meta.conflicts } : null,
    { id: "source", term: text.source, code: [], note: sourceRefUrl(facts.source) },
  ];
  return statements.filter((statement) => statement !== null);
}

export function sinceText(facts: ParameterFacts, messages: Messages): string {
  const { availability } = facts;
  if (facts.origin === "transformers") return messages.parameter.sinceTransformers;
  if (availability.kind === "main-only") return messages.table.statuses["main-only"];
  const since = "since" in availability ? availability.since : null;
  if (since === null) return "–";
  // The oldest release that the facts reach back to; the key may be older.
  return since === "v0.1.0" ? messages.parameter.sinceAtLeast(since) : since;
}

/** What a reader must know before all else: removed, not released yet, not settable; null for an ordinary key. */
export function availabilitySentence({ availability, deprecated }: ParameterFacts, messages: Messages): string | null {
  const text = messages.parameter.availability;
  switch (availability.kind) {
    case "main-only":
      return text.mainOnly;
    case "removed":
      return text.removed(availability.lastIn);
    case "computed":
      return text.computed;
    case "transformers-4-only":
      return text.transformers4;
    case "transformers-5-only":
      return text.transformers5;
    case "released":
      return deprecated ? text.deprecated : null;
  }
}
