import { addressOf, findSwitch, labelOf, loadParameters, summaryOf } from "@/lib/catalog";
import type { Language } from "@/lib/i18n/languages";

/** Parameters and environment switches by name, as a link list shows them. @throws when a name has no page */
export function parameterItems(names: readonly string[], language: Language) {
  return names.map((name) => {
    const href = addressOf(name, language);
    const parameter = loadParameters().get(name);
    if (parameter === undefined) return { name, label: name, summary: summaryOf(findSwitch(name), language), href };
    return { name, label: labelOf(parameter, language), summary: summaryOf(parameter, language), href };
  });
}
