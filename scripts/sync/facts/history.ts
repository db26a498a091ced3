/** One parameter through the releases. */

import type { Value } from "../python/values";
import type { Parameter } from "./snapshot";

export interface Change {
  readonly release: string;
  readonly field: string;
  readonly from: unknown;
  readonly to: unknown;
}

export interface History {
  readonly in: readonly string[];
  readonly since: string;
  readonly changes: readonly Change[];
  readonly removedIn?: string;
  /** Releases between the first and the last that have it, and yet lack it. */
  readonly absentIn?: readonly string[];
}

export interface Version {
  /** A release's tag, or `main`. */
  readonly id: string;
  readonly parameters: ReadonlyMap<string, Parameter>;
}

/**
 * @param versions oldest first, `main` last
 * @param listedFrom the release from which on `in` is complete; older ones only tell since when
 */
export function historyOf(name: string, versions: readonly Version[], listedFrom: string): History {
  const present = versions.filter(({ parameters }) => parameters.has(name));
  const [first] = present;
  if (first === undefined) throw new Error(`no version has ${name}`);
  const ids = versions.map(({ id }) => id);
  const lastAt = ids.indexOf(present.at(-1)?.id ?? first.id);
  const absentIn = versions
    .slice(ids.indexOf(first.id), lastAt)
    .filter(({ parameters }) => !parameters.has(name))
    .map(({ id }) => id);
  const listed = new Set(ids.slice(ids.indexOf(listedFrom)));
  const next = ids[lastAt + 1];
  return {
    in: present.map(({ id }) => id).filter((id) => listed.has(id)),
    since: first.id,
    changes: present.slice(1).flatMap((version, at) => {
      const [before, after] = [present[at]?.parameters.get(name), version.parameters.get(name)];
      return before && after ? [...changesBetween(before, after)].map((one) => ({ release: version.id, ...one })) : [];
    }),
    // What is missing on main alone is still in the newest release, and so not removed.
    ...(next !== undefined && next !== "main" && { removedIn: next }),
    ...(absentIn.length > 0 && { absentIn }),
  };
}

export function* changesBetween(before: Parameter, after: Parameter): Generator<Omit<Change, "release">> {
  if (!isSame(before.default, after.default)) yield { field: "default", from: before.default, to: after.default };
  const [oldTypes, newTypes] = [before.types ?? [before.type], after.types ?? [after.type]];
  if (!isSame(oldTypes, newTypes)) {
    const isSingle = oldTypes.length === 1 && newTypes.length === 1;
    yield isSingle
      ? { field: "type", from: before.type, to: after.type }
      : { field: "types", from: oldTypes, to: newTypes };
  }
  for (const field of ["nullable", "choices", "init", "required", "dataclass"] as const) {
    const isEqual = field === "choices" ? isSameSet(before.choices, after.choices) : before[field] === after[field];
    if (!isEqual) yield { field, from: before[field], to: after[field] };
  }
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** Another order of the same choices is no change. */
function isSameSet(a: readonly Value[] | null, b: readonly Value[] | null): boolean {
  const sorted = (values: readonly Value[] | null) => values && [...values].map((one) => JSON.stringify(one)).sort();
  return isSame(sorted(a), sorted(b));
}
