/** From rows and a state to the rows that are shown, in their order. Pure: knows no elements. */

import type { TableState } from "./state";

export interface TableRow {
  readonly key: string;
  /** All that the row says, folded by `foldText`. */
  readonly text: string;
  /** Values of the facet columns; a cell may have several. */
  readonly facets: Readonly<Record<string, readonly string[]>>;
  /** What the row is sorted by in a column; asked for only when that column sorts. */
  readonly sortKey: (column: string) => string;
}

export interface TableView {
  readonly pinned: readonly string[];
  readonly rest: readonly string[];
}

/** Full-width letters, case, spaces, hyphens and underscores make no difference to a filter. */
export function foldText(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s_-]+/g, "");
}

// No row says as much; an address or a paste of a megabyte must not hold up the page.
const longestFilter = 1000;

function keyRank(key: string, wanted: string): number {
  const folded = foldText(key);
  if (folded === wanted) return 0;
  if (folded.startsWith(wanted)) return 1;
  return folded.includes(wanted) ? 2 : 3;
}

/** `alsoMatching`: keys that another search found for the same query. */
export function viewOf(
  rows: readonly TableRow[],
  state: TableState,
  language: string,
  alsoMatching: ReadonlySet<string> = new Set(),
): TableView {
  const terms = state.query.slice(0, longestFilter).split(/\s+/).map(foldText).filter(Boolean);
  const pinned = new Set(state.pins);
  const rest = rows.filter(
    (row) =>
      !pinned.has(row.key) &&
      !state.onlyPinned &&
      (terms.every((term) => row.text.includes(term)) || alsoMatching.has(row.key)) &&
      Object.entries(state.facets).every(([column, chosen]) =>
        row.facets[column]?.some((value) => chosen.includes(value)),
      ),
  );
  const { sort } = state;
  if (sort === null) {
    // What is called by the typed words comes before what only mentions them.
    const wanted = terms.join("");
    const ranks = new Map(wanted === "" ? [] : rest.map(({ key }) => [key, keyRank(key, wanted)]));
    rest.sort((a, b) => (ranks.get(a.key) ?? 0) - (ranks.get(b.key) ?? 0));
  } else {
    const collator = new Intl.Collator(language, { numeric: true, sensitivity: "base" });
    const direction = sort.descending ? -1 : 1;
    rest.sort((a, b) => direction * collator.compare(a.sortKey(sort.column), b.sortKey(sort.column)));
  }
  return { pinned: state.pins, rest: rest.map(({ key }) => key) };
}
