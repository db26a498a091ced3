import type { CatalogParameter } from "./catalog";
import { type Config, defaultOf } from "./config";
import type { Place } from "./entry";
import { equals, repr, str } from "./python/values";

/** What one written line means to this command. */
export interface Explanation {
  readonly name: string;
  readonly place: Place | null;
  readonly valuePlace: Place | null;
  /** The value as upstream reads it, and its Python type. */
  readonly value: string;
  readonly default: string | null;
  readonly isDefault: boolean;
  /** Missing for a key that this command does not take. */
  readonly parameter?: Pick<CatalogParameter, "owner" | "origin" | "types" | "choices" | "nullable">;
  /** What upstream makes of it, where that is another value. */
  readonly becomes: string | null;
}

export function explain(config: Config): Explanation[] {
  const changes = config.changes();
  return [...config.entries.values()].map((entry) => {
    const parameter = config.keys.get(entry.name);
    const fallback = parameter ? defaultOf(parameter) : null;
    const becomes = changes.get(entry.name);
    return {
      name: entry.name,
      place: entry.keyPlace,
      valuePlace: entry.valuePlace,
      value: typeof entry.value === "string" ? entry.value : repr(entry.value),
      default: parameter ? str(fallback) : null,
      isDefault: parameter !== undefined && equals(fallback, entry.value),
      ...(parameter ? { parameter: pick(parameter) } : {}),
      becomes: becomes === undefined ? null : str(becomes),
    };
  });
}

function pick({ owner, origin, types, choices, nullable }: CatalogParameter): NonNullable<Explanation["parameter"]> {
  return { owner, origin, types, ...(choices ? { choices } : {}), ...(nullable ? { nullable } : {}) };
}
