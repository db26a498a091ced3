import { readFileSync } from "node:fs";
import { labelOf, loadParameters, summaryOf } from "@/lib/catalog";
import type { CheckerCatalog } from "@/lib/checker/catalog";
import { buildCheckerCatalog, type CheckerFacts } from "@/lib/checker/catalog-build";
import { EXAMPLES } from "@/lib/checker/tool/examples";
import type { KeyTexts } from "@/lib/checker/tool/key-texts";
import type { Language } from "@/lib/i18n/languages";
import { once } from "@/lib/once";

const readText = (path: string) => readFileSync(path, "utf8");
const readFacts = (name: string) => JSON.parse(readText(`content/facts/${name}.json`));

export const readCheckerCatalog = once(
  (): CheckerCatalog =>
    buildCheckerCatalog({
      llamafactory: readFacts("llamafactory"),
      transformers: readFacts("transformers"),
      megatron: readFacts("mcore-adapter"),
    } satisfies CheckerFacts),
);

export const readExamples = once(() =>
  Object.fromEntries(EXAMPLES.map((id) => [id, readText(`content/examples/${id}.yaml`)])),
);

/** Name and one sentence of every parameter that has a page. */
export function readKeyTexts(language: Language): KeyTexts {
  const all = [...loadParameters().values()].map(
    (parameter) => [parameter.name, [labelOf(parameter, language), summaryOf(parameter, language) ?? ""]] as const,
  );
  return Object.fromEntries(all);
}
