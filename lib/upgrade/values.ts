/** Whether a release takes a value, and what to write instead where it does not. */

import type { Json } from "@/lib/checker/catalog";
import { equals, numberOf, type PyValue, plain, typeName } from "@/lib/checker/python/values";
import type { ParameterState } from "@/lib/history/history";
import { earlierValues, type UnitChange, unitChanges } from "./earlier-keys";
import type { ReplacedValue, UpgradeFacts } from "./facts";

/** As permissive as the code that reads the values: a number may stand for a float, a list for names with commas. */
export function accepts(state: ParameterState, value: PyValue): boolean {
  const found = typeName(value);
  if (found === "NoneType") return state.nullable;
  const { types, choices } = state;
  const fits =
    types.includes(found) ||
    (found === "int" && types.includes("float")) ||
    (found === "list" && types.includes("str")) ||
    types.includes("object");
  if (!fits) return false;
  if (choices === null || found === "list" || found === "dict") return true;
  return choices.some((choice) => equals(choice as PyValue, value));
}

export interface Replacement {
  readonly use: Readonly<Record<string, Json>>;
  /** The release that changed what has to be written. */
  readonly release: string;
}

/** What says the same in the target release; null where nothing is known to. */
export function replaceValue(
  facts: UpgradeFacts,
  key: string,
  value: PyValue,
  target: number,
  written: ReadonlyMap<string, PyValue>,
): Replacement | null {
  const position = (tag: string) => facts.histories.releases.indexOf(tag);
  const all = [...earlierValues, ...facts.values];
  const forward = all.find(
    (known) => known.key === key && position(known.removedIn) <= target && equals(known.value as PyValue, value),
  );
  if (forward) return { use: chained(all, forward, target, position), release: forward.removedIn };
  const back = all.find((known) => {
    if (known.key !== key || position(known.removedIn) <= target) return false;
    return Object.entries(known.use).every(([name, used]) => {
      const own = name === key ? value : written.get(name);
      return own !== undefined && equals(used as PyValue, own);
    });
  });
  return back ? { use: { [key]: back.value }, release: back.removedIn } : null;
}

/** `false` became `off`, and `off` later became `disabled`. */
function chained(
  all: readonly ReplacedValue[],
  first: ReplacedValue,
  target: number,
  position: (tag: string) => number,
): Readonly<Record<string, Json>> {
  const next = all.find(
    (known) =>
      known !== first &&
      known.key === first.key &&
      position(known.removedIn) > position(first.removedIn) &&
      position(known.removedIn) <= target &&
      equals(known.value as PyValue, (first.use[first.key] ?? null) as PyValue),
  );
  return next ? { ...first.use, ...next.use } : first.use;
}

/** Values of the key that only together say what one old value said: undone by taking them out. */
export function companionsOf(facts: UpgradeFacts, key: string, replaced: Json): readonly string[] {
  const known = facts.values.find((candidate) => candidate.key === key && candidate.value === replaced);
  return known ? Object.keys(known.use).filter((name) => name !== key) : [];
}

export interface Conversion {
  readonly value: Json;
  readonly change: UnitChange;
}

/** The same amount in the target release's unit; null where the unit is the same. */
export function convertUnit(
  facts: UpgradeFacts,
  key: string,
  value: PyValue,
  from: number,
  to: number,
): Conversion | null {
  const change = unitChanges.find((candidate) => candidate.key === key);
  const number = numberOf(value);
  if (change === undefined || number === undefined || typeof plain(value) === "boolean") return null;
  const at = facts.histories.releases.indexOf(change.release);
  if (from < at && at <= to) return { value: change.forward(number), change };
  return to < at && at <= from ? { value: change.back(number), change } : null;
}
