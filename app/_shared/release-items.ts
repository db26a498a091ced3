import type { ChangeContext } from "@/components/releases/change-tree";
import { addressOf, labelOf, loadParameters } from "@/lib/catalog";
import { type Differences, differences } from "@/lib/history/history";
import { loadHistories } from "@/lib/history/load";
import type { Language } from "@/lib/i18n/languages";
import { messagesFor } from "@/lib/i18n/messages";

/** The parameters' names in words, for those that have one. */
export function labelsOf(names: readonly string[], language: Language): Record<string, string> {
  const labels: Record<string, string> = {};
  for (const name of names) {
    const parameter = loadParameters().get(name);
    const label = parameter === undefined ? name : labelOf(parameter, language);
    if (label !== name) labels[name] = label;
  }
  return labels;
}

/** What a list of changes needs to name and link parameters. */
export function changeContext(language: Language): ChangeContext {
  return {
    texts: messagesFor(language).releases.changes,
    labelOf: (name) => labelsOf([name], language)[name],
    hrefOf: (name) => addressOf(name, language),
  };
}

export function differencesBetween(from: string, to: string): Differences {
  return differences(loadHistories(), from, to);
}
