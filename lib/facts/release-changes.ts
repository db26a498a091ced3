import { once } from "@/lib/once";
import { loadParameterFacts } from "./load";

export interface ReleaseChanges {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly changed: readonly string[];
}

/** What each release did to LLaMA-Factory's own parameters, by tag. */
export const loadReleaseChanges = once((): ReadonlyMap<string, ReleaseChanges> => {
  const byTag = new Map<string, { added: string[]; removed: string[]; changed: string[] }>();
  const at = (tag: string) => {
    const found = byTag.get(tag) ?? { added: [], removed: [], changed: [] };
    byTag.set(tag, found);
    return found;
  };
  for (const { name, origin, availability, changes } of loadParameterFacts()) {
    if (origin !== "llamafactory") continue;
    if ("since" in availability && availability.since !== null) at(availability.since).added.push(name);
    if (availability.kind === "removed") at(availability.removedIn).removed.push(name);
    for (const tag of new Set(changes.map(({ release }) => release))) at(tag).changed.push(name);
  }
  return byTag;
});
