/** What a release had, and what lies between two of them. Pure and free of files: the browser compares with it too. */

/** What a release says about a key. */
export interface ParameterState {
  readonly types: readonly string[];
  readonly nullable: boolean;
  readonly choices: readonly unknown[] | null;
  readonly default: unknown;
}

export const stateFields = ["default", "types", "choices", "nullable"] as const;
export type StateField = (typeof stateFields)[number];

export interface StateChange {
  /** Position of the first release that has the new value. */
  readonly at: number;
  readonly field: StateField;
  readonly from: unknown;
  readonly to: unknown;
}

export interface ParameterHistory {
  readonly name: string;
  /** Positions of the releases that have the key, oldest first. */
  readonly releases: readonly number[];
  /** As of the last of them. */
  readonly latest: ParameterState;
  /** Oldest first. */
  readonly changes: readonly StateChange[];
  readonly removal?: {
    /** How upstream replaced it: `renamed`, `split`, `feature-rewritten`, … */
    readonly relation: string;
    readonly replacedBy: readonly string[];
  };
}

/** Of LLaMA-Factory's own keys. Those of transformers follow the installed version, not the release. */
export interface Histories {
  /** Oldest first; the last is `main`, the snapshot that is no release. */
  readonly releases: readonly string[];
  readonly parameters: readonly ParameterHistory[];
}

/** The position of a tag. @throws when the histories do not know it */
export function positionOf({ releases }: Histories, tag: string): number {
  const position = releases.indexOf(tag);
  if (position < 0) throw new Error(`no history of ${tag}`);
  return position;
}

/** What the release at `position` says about the key; null where it has none. */
export function stateAt({ releases, latest, changes }: ParameterHistory, position: number): ParameterState | null {
  if (!releases.includes(position)) return null;
  // From the newest backwards, so that of several changes of one field the oldest «from» remains.
  const undone = changes.filter(({ at }) => at > position).reverse();
  return { ...latest, ...Object.fromEntries(undone.map(({ field, from }) => [field, from])) };
}

/** The keys that a release has, with what it says about them. */
export function parametersAt(histories: Histories, tag: string): ReadonlyMap<string, ParameterState> {
  const position = positionOf(histories, tag);
  const found = new Map<string, ParameterState>();
  for (const history of histories.parameters) {
    const state = stateAt(history, position);
    if (state !== null) found.set(history.name, state);
  }
  return found;
}

export interface FieldDifference {
  readonly field: StateField;
  readonly from: unknown;
  readonly to: unknown;
}

export interface Differences {
  readonly added: readonly string[];
  readonly removed: readonly {
    readonly name: string;
    readonly relation: string;
    readonly replacedBy: readonly string[];
  }[];
  readonly renamed: readonly {
    readonly from: string;
    readonly to: string;
    /** What changed along with the name. */
    readonly changes: readonly FieldDifference[];
  }[];
  readonly changed: readonly { readonly name: string; readonly changes: readonly FieldDifference[] }[];
}

/** What someone finds who moves from one release to the other; backwards too, where the new name becomes the old one. */
export function differences(histories: Histories, from: string, to: string): Differences {
  const before = parametersAt(histories, from);
  const after = parametersAt(histories, to);
  const renamed = renames(histories, before, after);
  const oldNames = new Set(renamed.map((rename) => rename.from));
  const newNames = new Set(renamed.map((rename) => rename.to));
  const removals = new Map(histories.parameters.map(({ name, removal }) => [name, removal]));

  const added = [...after.keys()].filter((name) => !before.has(name) && !newNames.has(name));
  const removed = [...before.keys()]
    .filter((name) => !after.has(name) && !oldNames.has(name))
    .map((name) => {
      const { relation = "", replacedBy = [] } = removals.get(name) ?? {};
      return { name, relation, replacedBy: replacedBy.filter((key) => after.has(key)) };
    });
  const changed = [...before].flatMap(([name, state]) => {
    const other = after.get(name);
    const changes = other === undefined ? [] : fieldDifferences(state, other);
    return changes.length > 0 ? [{ name, changes }] : [];
  });
  return {
    added: added.sort(),
    removed: removed.sort((a, b) => (a.name < b.name ? -1 : 1)),
    renamed,
    changed: changed.sort((a, b) => (a.name < b.name ? -1 : 1)),
  };
}

function renames(
  { parameters }: Histories,
  before: ReadonlyMap<string, ParameterState>,
  after: ReadonlyMap<string, ParameterState>,
): Differences["renamed"] {
  const found: { from: string; to: string; changes: readonly FieldDifference[] }[] = [];
  for (const { name: oldName, removal } of parameters) {
    const [newName] = removal?.replacedBy ?? [];
    if (removal?.relation !== "renamed" || newName === undefined) continue;
    for (const [from, to] of [
      [oldName, newName],
      [newName, oldName],
    ] as const) {
      const was = before.get(from);
      const is = after.get(to);
      if (was && is && !after.has(from) && !before.has(to))
        found.push({ from, to, changes: fieldDifferences(was, is) });
    }
  }
  return found.sort((a, b) => (a.from < b.from ? -1 : 1));
}

function fieldDifferences(before: ParameterState, after: ParameterState): FieldDifference[] {
  return stateFields
    .map((field) => ({ field, from: before[field], to: after[field] }))
    .filter(({ from, to }) => JSON.stringify(from) !== JSON.stringify(to));
}

/** How many keys a comparison names. */
export function countsOf({ added, removed, renamed, changed }: Differences) {
  return { added: added.length, removed: removed.length, renamed: renamed.length, changed: changed.length };
}

export type AsOf =
  | { readonly kind: "not-yet"; readonly since: number }
  | { readonly kind: "gone"; readonly lastIn: number }
  | { readonly kind: "same" }
  /** `from` is what the release said, `to` what is shown. */
  | { readonly kind: "different"; readonly changes: readonly FieldDifference[] };

/**
 * How a release differs from what the site shows of a key.
 *
 * @param shown the described release; a key that it has not is shown as of the last release that had it
 */
export function asOf(history: ParameterHistory, position: number, shown: number): AsOf {
  const [first = 0] = history.releases;
  const last = history.releases.at(-1) ?? first;
  const state = stateAt(history, position);
  if (state === null) return position < first ? { kind: "not-yet", since: first } : { kind: "gone", lastIn: last };
  const changes = fieldDifferences(state, stateAt(history, shown) ?? history.latest);
  return changes.length === 0 ? { kind: "same" } : { kind: "different", changes };
}
