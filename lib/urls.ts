/** The URL contract, in one place. URLs are a promise: change nothing here without a redirect. */

import type { Language } from "@/lib/i18n/languages";

/** Set when the site is served from a sub-path; empty at a domain's root. */
export const basePath = process.env.NEXT_PUBLIC_BASE_PATH ?? "";

/** Absolute address of the deployed site, for canonical links and feeds. */
export const siteOrigin = process.env.NEXT_PUBLIC_SITE_ORIGIN || "https://param-atlas.dev";

/** `owner/name` of the repository that builds the site, where readers report mistakes; empty where it has no public one. */
export const siteRepository = process.env.NEXT_PUBLIC_SITE_REPOSITORY ?? "";

const page = (language: Language, path = "") => `${basePath}/${language}${path}`;

export const urls = {
  home: (language: Language) => page(language),
  parameters: (language: Language) => page(language, "/parameters"),
  parameter: (language: Language, name: string, section?: string) =>
    page(language, `/parameters/${name}${section === undefined ? "" : `#${section}`}`),
  environment: (language: Language) => page(language, "/environment"),
  environmentSwitch: (language: Language, name: string) => page(language, `/environment/${name}`),
  topics: (language: Language) => page(language, "/topics"),
  topic: (language: Language, id: string, row?: string) =>
    page(language, `/topics/${id}${row === undefined ? "" : `#${row}`}`),
  questions: (language: Language) => page(language, "/questions"),
  question: (language: Language, slug: string) => page(language, `/questions/${slug}`),
  explainers: (language: Language) => page(language, "/explain"),
  explainer: (language: Language, id: string) => page(language, `/explain/${id}`),
  check: (language: Language) => page(language, "/check"),
  checkRules: (language: Language) => page(language, "/check/rules"),
  releases: (language: Language) => page(language, "/releases"),
  release: (language: Language, tag: string) => page(language, `/releases/${tag}`),
  compareReleases: (language: Language, from?: string, to?: string) =>
    page(language, `/releases/compare${from === undefined || to === undefined ? "" : `?from=${from}&to=${to}`}`),
  upgrade: (language: Language) => page(language, "/upgrade"),
  convert: (language: Language) => page(language, "/convert"),
  frameworks: (language: Language, row?: string) => page(language, `/frameworks${row === undefined ? "" : `#${row}`}`),
  convertFacts: () => `${basePath}/convert/facts.json`,
  upgradeFacts: () => `${basePath}/upgrade/facts.json`,
  machines: (language: Language) => page(language, "/machines"),
  cheatSheet: (language: Language) => page(language, "/cheat-sheet"),
  offline: (language: Language) => page(language, "/offline"),
  accessibility: (language: Language) => page(language, "/accessibility"),
  webManifest: (language: Language) => page(language, "/manifest.webmanifest"),
  icon: (file: string) => `${basePath}/icons/${file}`,
  serviceWorker: () => `${basePath}/sw.js`,
  /** Everything in one language, for a copy to be read offline; see lib/offline/protocol.ts. */
  offlineList: (language: Language) => `${basePath}/offline/${language}.json`,
  histories: (language: Language) => `${basePath}/histories/${language}.json`,
  feed: (language: Language) => page(language, "/feed.xml"),
  jsonSchema: (tag: string) => `${basePath}/schema/${tag}.json`,
  jsonSchemaDraft07: (tag: string) => `${basePath}/schema/draft-07/${tag}.json`,
  parametersApi: () => `${basePath}/api/v1/parameters.json`,
  parameterApi: (name: string) => `${basePath}/api/v1/parameters/${name}.json`,
  /** The Markdown twin of a page. */
  markdown: (pageUrl: string) => `${pageUrl}.md`,
  /** The picture shown beside a link to the page, drawn after the export; pages without one of their own share the home page's. */
  socialImage: (pageUrl: string) => `${basePath}/og${pageUrl.slice(basePath.length)}.png`,
  llms: (language: Language) => page(language, "/llms.txt"),
  llmsFull: (language: Language) => page(language, "/llms-full.txt"),
  shortLink: (name: string) => `${basePath}/p/${name}`,
  searchIndex: (language: Language) => `${basePath}/search/${language}.json`,
  openSearch: (language: Language) => `${basePath}/opensearch/${language}.xml`,
  asset: (file: string) => `${basePath}/assets/${file}`,
  /** What the page of the checker fetches: catalog.json, examples.json, keys-zh.json, keys-en.json. */
  checkerFile: (file: string) => `${basePath}/checker/${file}`,
} as const;

export function absolute(path: string): string {
  return `${siteOrigin}${path}`;
}

/** A new issue about one page, with what the maintainers need to find it; undefined without a public repository. */
export function reportUrl(path: string, release: string): string | undefined {
  if (siteRepository === "") return undefined;
  const query = new URLSearchParams({ title: `${path}: `, body: `${absolute(path)} (LLaMA-Factory ${release})\n\n` });
  return `https://github.com/${siteRepository}/issues/new?${query}`;
}
