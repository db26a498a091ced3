/** content/facts → the histories of LLaMA-Factory's own keys. */

import { documentedReleases, loadLlamafactoryRecords, loadReleases, mainCommit, mainDate } from "@/lib/facts/load";
import type { LlamafactoryRecord } from "@/lib/facts/records";
import { once } from "@/lib/once";
import type { Histories, ParameterHistory, ParameterState, StateChange, StateField } from "./history";

/** The facts name the first type and, for a union, all of them; a state always has the list. */
const fields: Readonly<Record<string, StateField>> = {
  default: "default",
  type: "types",
  types: "types",
  choices: "choices",
  nullable: "nullable",
};

export const loadHistories = once((): Histories => {
  const releases = [...documentedReleases(), "main"];
  return {
    releases,
    parameters: loadLlamafactoryRecords()
      .filter(({ settable, internal }) => settable && internal !== true)
      .map((record) => toHistory(record, releases))
      .filter((history) => history.releases.length > 0)
      .sort((a, b) => (a.name < b.name ? -1 : 1)),
  };
});

function toHistory(record: LlamafactoryRecord, tags: readonly string[]): ParameterHistory {
  const releases = record.history.in.map((tag) => tags.indexOf(tag)).filter((position) => position >= 0);
  const changes = record.history.changes
    .flatMap(({ release, field, from, to }): StateChange[] => {
      const at = tags.indexOf(release);
      const name = fields[field];
      if (at < 0 || name === undefined) return [];
      return [{ at, field: name, from: toField(name, from), to: toField(name, to) }];
    })
    .sort((a, b) => a.at - b.at);
  const { name, removal, replacedBy, history } = record;
  return {
    name,
    releases,
    latest: lastState(record, changes, tags),
    changes,
    ...(history.removedIn === undefined
      ? {}
      : { removal: { relation: removal?.relation ?? "", replacedBy: replacedBy ?? [] } }),
  };
}

/** The record shows the described release; what main has changed since then is applied on top. */
function lastState(
  record: LlamafactoryRecord,
  changes: readonly StateChange[],
  tags: readonly string[],
): ParameterState {
  const state: ParameterState = {
    types: record.types ?? [record.type],
    nullable: record.nullable,
    choices: record.choices,
    default: record.default ?? null,
  };
  if (!record.inRelease) return state;
  const main = tags.indexOf("main");
  const sinceThen = changes.filter(({ at }) => at === main).map(({ field, to }) => [field, to]);
  return { ...state, ...Object.fromEntries(sinceThen) };
}

function toField(field: StateField, value: unknown): unknown {
  if (field === "types") return Array.isArray(value) ? value : [value];
  return value ?? null;
}

export interface ReleasePage {
  readonly tag: string;
  readonly date: string;
  /** The release before it. */
  readonly previous: string;
  readonly next: string | null;
  /** Its commit where it is the main snapshot, else null. */
  readonly commit: string | null;
}

/** The releases that have a page, oldest first, and last the main snapshot. */
export const loadReleasePages = once((): readonly ReleasePage[] => {
  const { releases } = loadHistories();
  const dates = new Map(loadReleases().map(({ tag, date }) => [tag, date]));
  return releases.slice(releases.indexOf("v0.7.0")).map((tag, index) => {
    const position = index + releases.indexOf("v0.7.0");
    return {
      tag,
      date: dates.get(tag) ?? mainDate(),
      previous: releases[position - 1] ?? tag,
      next: releases[position + 1] ?? null,
      commit: tag === "main" ? mainCommit() : null,
    };
  });
});

export function findReleasePage(tag: string): ReleasePage {
  const found = loadReleasePages().find((page) => page.tag === tag);
  if (!found) throw new Error(`no release is called ${tag}`);
  return found;
}

export function hasReleasePage(tag: string): boolean {
  return loadReleasePages().some((page) => page.tag === tag);
}

/** Null for a key that no documented release could set. */
export function findHistory(name: string): ParameterHistory | null {
  return loadHistories().parameters.find((history) => history.name === name) ?? null;
}
