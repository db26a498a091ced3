import { estimateMemory } from "@/lib/calculators/vram";
import {
  type Environment,
  MEMORY_CHANGES,
  type SuggestionCost,
  type SuggestionId,
  type YamlKeys,
} from "@/lib/calculators/vram-changes";
import type { MemorySettings } from "@/lib/calculators/vram-settings";

export interface FitSuggestion {
  readonly id: SuggestionId;
  readonly cost: SuggestionCost;
  readonly yaml: YamlKeys;
  readonly environment?: Environment;
  /** The settings with this change and all earlier ones. */
  readonly settings: MemorySettings;
  /** Peak of one GPU with this change and all earlier ones. */
  readonly peakGiB: number;
  /** What this change takes off on top of the earlier ones. */
  readonly savedGiB: number;
}

export interface FitPlan {
  readonly fits: boolean;
  readonly peakGiB: number;
  readonly suggestions: readonly FitSuggestion[];
}

// Less than this is within the rounding of any measurement.
const WORTH_GIB = 0.1;

/**
 * What to change first so that a run fits, from what costs nothing to what costs most.
 *
 * Every change stands on top of the earlier ones; one that saves less than 0.1 GiB is passed over. The estimates carry
 * the band of `estimateMemory`: aim a little below the card.
 *
 * @param budgetGiB memory of one GPU that may be used
 * @returns the changes up to the first that fits; all of them, with `fits: false`, if none does
 */
export function fitSuggestions(settings: MemorySettings, budgetGiB: number): FitPlan {
  const { cardGiB: _card, ...start } = settings;
  let current: MemorySettings = start;
  let peakGiB = estimateMemory(current).peakGiB;
  const suggestions: FitSuggestion[] = [];
  for (const { id, cost, apply } of MEMORY_CHANGES) {
    if (peakGiB <= budgetGiB) break;
    const change = apply(current, budgetGiB);
    if (!change) continue;
    const changedGiB = estimateMemory(change.settings).peakGiB;
    if (peakGiB - changedGiB < WORTH_GIB) continue;
    suggestions.push({ id, cost, ...change, peakGiB: changedGiB, savedGiB: peakGiB - changedGiB });
    current = change.settings;
    peakGiB = changedGiB;
  }
  return { fits: peakGiB <= budgetGiB, peakGiB, suggestions };
}
