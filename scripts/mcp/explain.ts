import { parameterDocument } from "@/lib/api/parameters";
import { loadParameters, loadSwitches } from "@/lib/catalog";
import type { Language } from "@/lib/i18n/languages";
import { markdownOfSwitch } from "@/lib/markdown/load";
import { nearestNames } from "@/lib/nearest";
import { oncePerKey } from "@/lib/once";
import { loadOldNames } from "@/lib/search/content";
import { answer, inLanguage, refusal } from "./answer.ts";

/** Its prose is parsed once; a second question about it costs nothing. */
const documentOf = oncePerKey((name: string) => {
  const parameter = loadParameters().get(name);
  return parameter === undefined ? null : parameterDocument(parameter);
});

/** A parameter as the JSON API has it, or an environment switch as its page in Markdown. */
export function explain(name: string, language: Language | undefined) {
  const found = documentOf(name);
  if (found !== null) return answer(inLanguage(found, language) as object);
  const documented = loadSwitches().get(name);
  if (documented !== undefined)
    return answer({
      name,
      kind: "environment-switch",
      facts: documented.facts,
      markdown: inLanguage(
        { zh: markdownOfSwitch(documented, "zh"), en: markdownOfSwitch(documented, "en") },
        language,
      ),
    });
  const former = loadOldNames()[name];
  const names = [...loadParameters().keys(), ...loadSwitches().keys()];
  return refusal(`no parameter or environment switch is called ${name}`, {
    nearest: nearestNames(name, names),
    ...(former === undefined ? {} : { today: former.now, lastIn: former.lastIn }),
  });
}
