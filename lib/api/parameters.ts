/** The JSON that other programs read. Within v1 fields are only added; their meaning does not change. */

import { labelOf, loadParameters, type Parameter, summaryOf } from "@/lib/catalog";
import type { SourceRef } from "@/lib/facts/parameter";
import { type Bilingual, type Language, languages } from "@/lib/i18n/languages";
import { markdownContext } from "@/lib/markdown/load";
import { proseSections } from "@/lib/markdown/prose";
import { sourceRefUrl } from "@/lib/sources";
import { absolute, urls } from "@/lib/urls";

/** One entry of the list. */
export function parameterRecord(parameter: Parameter) {
  const { name, facts, explanation } = parameter;
  const { source, derivedDefault, boardLabel, ...read } = facts;
  return {
    ...read,
    name,
    label: inBoth((language) => labelOf(parameter, language)),
    summary: explanation === null ? null : inBoth((language) => summaryOf(parameter, language) ?? ""),
    derivedDefault: derivedDefault && { ...derivedDefault, source: placeOf(derivedDefault.source) },
    source: placeOf(source),
    level: explanation?.meta.level ?? null,
    topics: explanation?.meta.topics ?? [],
    urls: {
      page: inBoth((language) => absolute(urls.parameter(language, name))),
      markdown: inBoth((language) => absolute(urls.markdown(urls.parameter(language, name)))),
      json: absolute(urls.parameterApi(name)),
    },
  };
}

/** The file of one parameter: the entry of the list, and all that people have written about it. */
export function parameterDocument(parameter: Parameter) {
  const { facts, explanation } = parameter;
  const record = { ...parameterRecord(parameter), boardLabel: facts.boardLabel };
  if (explanation === null) return { ...record, sections: [] };
  const { effects, range, unit, requires, conflicts, related, elsewhere, sources, checkedAgainst } = explanation.meta;
  const zh = proseSections(explanation.prose.zh.body, markdownContext("zh"));
  const en = proseSections(explanation.prose.en.body, markdownContext("en"));
  return {
    ...record,
    effects,
    range: range ?? null,
    unit: unit ?? null,
    requires,
    conflicts,
    related,
    elsewhere,
    sources,
    checkedAgainst,
    // Both languages have the same sections in the same order; the content lint sees to it.
    sections: en.map(({ id, title, markdown }, index) => ({
      id,
      title: { zh: zh[index]?.title ?? null, en: title },
      markdown: { zh: zh[index]?.markdown ?? "", en: markdown },
    })),
  };
}

export function parameterList() {
  return [...loadParameters().values()].map(parameterRecord);
}

function placeOf(source: SourceRef) {
  return { ...source, url: sourceRefUrl(source) };
}

function inBoth(textIn: (language: Language) => string): Bilingual {
  const [zh, en] = languages.map(textIn);
  return { zh: zh ?? "", en: en ?? "" };
}
