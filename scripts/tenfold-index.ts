import type { SearchEntry, SearchIndex } from "@/lib/search/entry";

const copies = 9;

/** The index of a ten times larger upstream: the same texts, each copy with words of its own, as many new words as new entries bring. */
export function tenfold(index: SearchIndex): SearchIndex {
  const added = Array.from({ length: copies }, (_, copy) => index.entries.map((entry) => variant(entry, copy + 1)));
  return { ...index, entries: [...index.entries, ...added.flat()] };
}

function variant(entry: SearchEntry, copy: number): SearchEntry {
  const syllable = "babedifogulanemopiru".slice(copy * 2, copy * 2 + 2);
  // Every third word of a text is one that only this copy has.
  const renamed = (text: string) =>
    text
      .split(/([\s_]+)/)
      .map((word, place) => (place % 6 === 0 ? `${word}${syllable}` : word))
      .join("");
  return {
    ...entry,
    key: renamed(entry.key),
    ...(entry.label === undefined ? {} : { label: renamed(entry.label) }),
    fields: Object.fromEntries(Object.entries(entry.fields ?? {}).map(([field, texts]) => [field, texts.map(renamed)])),
  };
}
