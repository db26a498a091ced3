/** The site map, from the pages that the export has written, so that no page can be forgotten. */

import { type Language, languages, languageTags } from "@/lib/i18n/languages";

/**
 * @param pages paths below the site's root without `.html`, such as `zh/parameters/lora_rank`
 * @param address the absolute address of a path
 */
export function sitemapXml(pages: readonly string[], address: (path: string) => string): string {
  const known = new Set(pages);
  const entries = [...pages].sort().flatMap((page) => {
    const [language, ...rest] = page.split("/");
    // What belongs to no language leads to a page that does.
    if (!languages.some((each) => each === language)) return [];
    const inLanguage = (other: Language) => [other, ...rest].join("/");
    const twins = languages.filter((other) => known.has(inLanguage(other)));
    const links = twins.map((other) => alternate(languageTags[other], address(inLanguage(other))));
    if (twins.includes("en")) links.push(alternate("x-default", address(inLanguage("en"))));
    return [`<url><loc>${escapeXml(address(page))}</loc>${links.join("")}</url>`];
  });
  return `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${entries.join("\n")}
</urlset>
`;
}

function alternate(tag: string, url: string): string {
  return `<xhtml:link rel="alternate" hreflang="${tag}" href="${escapeXml(url)}"/>`;
}

function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
}
