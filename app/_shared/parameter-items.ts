import { findParameter, labelOf, summaryOf } from "@/lib/catalog";
import type { Language } from "@/lib/i18n/languages";
import { urls } from "@/lib/urls";

/** Parameters by name as a link list shows them. @throws when a name has no page */
export function parameterItems(names: readonly string[], language: Language) {
  return names.map((name) => {
    const parameter = findParameter(name);
    return {
      name,
      label: labelOf(parameter, language),
      summary: summaryOf(parameter, language),
      href: urls.parameter(language, name),
    };
  });
}
