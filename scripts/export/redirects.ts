/** Other spellings of a parameter's name, and the two addresses that belong to no language. */

import { languages } from "@/lib/i18n/languages";

/** What /names.json holds: the names that have a page, and other frameworks' names with ours. */
export interface KnownNames {
  readonly parameters: readonly string[];
  readonly renamed: Readonly<Record<string, string>>;
}

/** `lora-rank` and `lora.rank`, as command lines and dotted configurations spell it. */
export function otherSpellings(name: string): string[] {
  return [...new Set([name.replaceAll("_", "-"), name.replaceAll("_", ".")])].filter((spelling) => spelling !== name);
}

/**
 * `_redirects`, as Netlify and Cloudflare Pages read it.
 *
 * The lines with a language are Netlify's; Cloudflare skips a line of four words, and there the page at `/` chooses by itself.
 * The other lines are hyphens only, since Cloudflare takes no more than 2000.
 */
export function redirectsFile({ parameters }: KnownNames, basePath: string): string {
  const byLanguage = (from: string, to: (language: string) => string) => [
    `${basePath}${from} ${basePath}${to("zh")} 302! Language=zh`,
    `${basePath}${from} ${basePath}${to("en")} 302! Language=en`,
  ];
  const hyphens = parameters.flatMap((name) => {
    const hyphenated = name.replaceAll("_", "-");
    if (hyphenated === name) return [];
    return ["/p", ...languages.map((language) => `/${language}/parameters`)].map(
      (folder) => `${basePath}${folder}/${hyphenated} ${basePath}${folder}/${name} 301`,
    );
  });
  return `${[
    ...byLanguage("/", (language) => `/${language}`),
    // Hyphens first: the next line would take them as they are.
    ...hyphens,
    ...byLanguage("/p/:name", (language) => `/${language}/parameters/:name`),
  ].join("\n")}\n`;
}

/** nginx: the name of the parameter that is meant by what stands in the address; nginx compares without regard to case. */
export function nginxNames({ parameters, renamed }: KnownNames): string {
  const names = new Map<string, string>();
  for (const name of parameters) names.set(name.toLowerCase(), name);
  const others = [
    ...parameters.flatMap((name) => otherSpellings(name).map((spelling) => [spelling, name] as const)),
    ...Object.entries(renamed),
  ];
  for (const [other, name] of others) {
    const key = other.toLowerCase();
    // A name that could be mistaken for nginx's own words, or that no address holds, is left to the 404 page.
    if (/^[a-z0-9][\w.-]*$/.test(key) && !/^(default|hostnames|include|volatile)$/.test(key) && !names.has(key))
      names.set(key, name);
  }
  return [...names]
    .map(([key, name]) => `"${key}" "${name}";`)
    .join("\n")
    .concat("\n");
}
