/** What is new in freshly read facts, for those who write the explanations. */

import type { EnvironmentSwitchFacts, FactRecord, LlamafactoryFacts } from "./llamafactory";

export interface FieldChange {
  readonly name: string;
  readonly field: string;
  readonly from: unknown;
  readonly to: unknown;
}

export interface FactChanges {
  readonly added: readonly string[];
  readonly changed: readonly FieldChange[];
  /** Parameters of the committed release that the new one lacks. */
  readonly removed: readonly string[];
  /** Records in which nothing but a file or line differs. */
  readonly moved: number;
  readonly environment: readonly string[];
}

const noFacts = { parameters: [], removed: [], envSwitches: [] };
/** A change of one of these can make a sentence untrue. */
const meaningful = [
  "default",
  "type",
  "types",
  "nullable",
  "choices",
  "required",
  "usedIn",
  "settable",
  "deprecated",
  "commaList",
  "replacedBy",
  "replacedValues",
] as const;

type Comparable = Pick<LlamafactoryFacts, "parameters" | "removed" | "envSwitches">;

export function compareFacts(committed: Comparable | null, fresh: Comparable): FactChanges {
  const old = committed ?? noFacts;
  const before = new Map([...old.parameters, ...old.removed].map((record) => [record.name, record]));
  const wasCurrent = new Set(old.parameters.map(({ name }) => name));
  const records = [...fresh.parameters, ...fresh.removed];
  const changed = records.flatMap((record) => changesOf(before.get(record.name), record));
  const touched = new Set(changed.map(({ name }) => name));
  return {
    added: records.filter(({ name }) => !before.has(name)).map(({ name }) => name),
    changed,
    removed: fresh.removed.filter(({ name }) => wasCurrent.has(name)).map(({ name }) => name),
    moved: records.filter((record) => !touched.has(record.name) && isOtherwise(before.get(record.name), record)).length,
    environment: environmentChanges(old.envSwitches, fresh.envSwitches),
  };
}

function changesOf(before: FactRecord | undefined, after: FactRecord): FieldChange[] {
  if (before === undefined) return [];
  const own = meaningful.map((field) => ({ name: after.name, field, from: before[field], to: after[field] }));
  const onMain = meaningful.map((field) => ({
    name: after.name,
    field: `${field} on main`,
    from: mainValue(before, field),
    to: mainValue(after, field),
  }));
  return [...own, ...onMain].filter(({ from, to }) => !isSame(from, to));
}

function mainValue(record: FactRecord, field: string): unknown {
  return (record.main as Record<string, unknown> | undefined)?.[field];
}

function isOtherwise(before: FactRecord | undefined, after: FactRecord): boolean {
  return before !== undefined && !isSame(before, after);
}

function environmentChanges(
  before: readonly EnvironmentSwitchFacts[],
  after: readonly EnvironmentSwitchFacts[],
): string[] {
  const old = new Map(before.map((one) => [one.name, one]));
  const kept = new Set(after.map(({ name }) => name));
  return [
    ...after.flatMap((one) => {
      const known = old.get(one.name);
      if (!known) return `\`${one.name}\` is new (${one.in.join(", ")})`;
      return isSame([known.default, known.kind, known.in], [one.default, one.kind, one.in])
        ? []
        : `\`${one.name}\`: ${show([known.kind, known.default, known.in])} → ${show([one.kind, one.default, one.in])}`;
    }),
    ...before.filter(({ name }) => !kept.has(name)).map(({ name }) => `\`${name}\` is read no more`),
  ];
}

export function show(value: unknown): string {
  return value === undefined ? "nothing" : JSON.stringify(value);
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
