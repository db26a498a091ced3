import type { Language } from "@/lib/i18n/languages";
import { urls } from "@/lib/urls";

/** What the pages of a kind fetch when they are used, by the first part of their path behind the language. */
const byKind: Readonly<Record<string, (language: Language) => readonly string[]>> = {
  check: (language) => ["catalog.json", "examples.json", `keys-${language}.json`].map(urls.checkerFile),
  convert: () => [urls.convertFacts()],
  upgrade: () => [urls.upgradeFacts()],
  releases: (language) => [urls.histories(language)],
};

/**
 * Data that a page has to find without a network, also what it fetches only once somebody types into it.
 *
 * @param path behind the language, such as `parameters/lora_rank`
 */
export function neededData(language: Language, path: string): readonly string[] {
  const [kind = ""] = path.split("/");
  const ofTable = path === "parameters" ? [urls.histories(language)] : [];
  // The search is one key away from every page.
  return [urls.searchIndex(language), ...ofTable, ...(byKind[kind]?.(language) ?? [])];
}
