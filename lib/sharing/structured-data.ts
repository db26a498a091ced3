/** What a page is, for search engines: schema.org nodes as JSON-LD. Addresses are absolute. */

import { currentRelease } from "@/lib/facts/load";
import { type Language, languageTags } from "@/lib/i18n/languages";
import { messagesFor } from "@/lib/i18n/messages";
import { absolute, urls } from "@/lib/urls";

export type StructuredNode = { readonly "@type": string } & Readonly<Record<string, unknown>>;

/** A step of the path to a page: its name and address. */
export interface Crumb {
  readonly name: string;
  readonly path: string;
}

/** The text of a data block. `<` is written as an escape: no string in it can end the element it stands in. */
export function dataBlock(nodes: readonly StructuredNode[]): string {
  return JSON.stringify({ "@context": "https://schema.org", "@graph": nodes }).replaceAll("<", "\\u003c");
}

export function webSite(language: Language): StructuredNode {
  const { site } = messagesFor(language);
  return {
    "@type": "WebSite",
    name: site.name,
    description: site.description,
    url: absolute(urls.home(language)),
    inLanguage: languageTags[language],
    potentialAction: {
      "@type": "SearchAction",
      target: { "@type": "EntryPoint", urlTemplate: `${absolute(urls.parameters(language))}?q={search_term_string}` },
      "query-input": "required name=search_term_string",
    },
  };
}

/** A page of prose: a topic, a question, an explainer. */
function techArticle(language: Language, text: { title: string; summary: string; path: string }): StructuredNode {
  return {
    "@type": "TechArticle",
    headline: text.title,
    description: text.summary,
    url: absolute(text.path),
    image: absolute(urls.socialImage(text.path)),
    inLanguage: languageTags[language],
    about: `LLaMA-Factory ${currentRelease()}`,
    publisher: { "@type": "Organization", name: messagesFor(language).site.name, url: absolute(urls.home(language)) },
  };
}

/** All parameters, or all environment switches. */
export function definedTermSet(language: Language, set: Crumb & { description: string }): StructuredNode {
  return {
    "@type": "DefinedTermSet",
    name: set.name,
    description: set.description,
    url: absolute(set.path),
    inLanguage: languageTags[language],
  };
}

/** One parameter or environment switch. `code` is what one types. */
function definedTerm(
  language: Language,
  term: { code: string; label: string; summary: string; path: string; set: Crumb },
): StructuredNode {
  return {
    "@type": "DefinedTerm",
    name: term.label,
    ...(term.label === term.code ? {} : { alternateName: term.code }),
    termCode: term.code,
    description: term.summary,
    url: absolute(term.path),
    inLanguage: languageTags[language],
    inDefinedTermSet: { "@type": "DefinedTermSet", name: term.set.name, url: absolute(term.set.path) },
  };
}

/** The path to a page, from the home page to the page itself. */
export function breadcrumbs(language: Language, crumbs: readonly Crumb[]): StructuredNode {
  const all = [{ name: messagesFor(language).site.name, path: urls.home(language) }, ...crumbs];
  return {
    "@type": "BreadcrumbList",
    itemListElement: all.map(({ name, path }, index) => ({
      "@type": "ListItem",
      position: index + 1,
      name,
      item: absolute(path),
    })),
  };
}

/** A parameter or environment switch with the path to it. */
export function termNodes(language: Language, term: Parameters<typeof definedTerm>[1]): StructuredNode[] {
  return [definedTerm(language, term), breadcrumbs(language, [term.set, { name: term.code, path: term.path }])];
}

/** An article with the path to it; `list` is the page that lists its like. */
export function articleNodes(
  language: Language,
  { list, ...text }: { title: string; summary: string; path: string; list: Crumb },
): StructuredNode[] {
  return [techArticle(language, text), breadcrumbs(language, [list, { name: text.title, path: text.path }])];
}
