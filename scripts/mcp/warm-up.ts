import { loadParameters, loadSwitches } from "@/lib/catalog";
import { loadConvertFacts } from "@/lib/convert/load";
import { languages } from "@/lib/i18n/languages";
import { loadUpgradeFacts } from "@/lib/upgrade/load";
import { checkerCatalog, searchEngine } from "./engines.ts";

/** Reads what the tools read, so that a first call is as quick as the others. */
export function warmUp(): void {
  loadParameters();
  loadSwitches();
  checkerCatalog();
  loadUpgradeFacts();
  loadConvertFacts();
  for (const language of languages) searchEngine(language).search("lora", 1);
}
