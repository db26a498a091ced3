/** Titles and descriptions in the lengths that search results and chats show. */

/** Columns a text takes: a Chinese character is as wide as two Latin letters. */
export function columnsOf(text: string): number {
  let columns = 0;
  for (const character of text) columns += /[\p{Script=Han}\u3000-\u303f\uff00-\uffef]/u.test(character) ? 2 : 1;
  return columns;
}

const titleColumns = 65;
const descriptionColumns = { least: 50, most: 160 } as const;

/** «name · label · site», without its label or the site's name where that would be cut off anyway. */
export function fitTitle({ name, label, site }: { name: string; label?: string | undefined; site: string }): string {
  const named = label === undefined ? name : `${name} · ${label}`;
  const candidates = [`${named} · ${site}`, named, `${name} · ${site}`];
  return candidates.find((title) => columnsOf(title) <= titleColumns) ?? name;
}

/**
 * Ends a long description at the last clause that fits, and lengthens a very short one.
 *
 * @param addition what is true of every page: the site's line about itself
 */
export function fitDescription(text: string, addition: string): string {
  if (columnsOf(text) < descriptionColumns.least) return `${text}${/[。！？]$/.test(text) ? "" : " "}${addition}`;
  if (columnsOf(text) <= descriptionColumns.most) return text;
  let kept = "";
  for (const clause of text.match(/.*?(?:[;:,.](?= )|[，。；：]|$)/g) ?? []) {
    if (columnsOf(kept + clause) > descriptionColumns.most) break;
    kept += clause;
  }
  if (/[.。]$/.test(kept)) return kept;
  return `${kept.replace(/[;:,，；：]$/, "")}…`;
}
