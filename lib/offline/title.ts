const entities: Readonly<Record<string, string>> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#x27;": "'",
};

/** What a list of pages calls an exported page: its title without the site's name. */
export function titleOf(html: string): string | null {
  const [, title] = /<title>([^<]*)<\/title>/.exec(html) ?? [];
  return title?.replace(/&[#\w]+;/g, (entity) => entities[entity] ?? entity).replace(/ · [^·]+$/, "") ?? null;
}
