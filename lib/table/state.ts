/** What a reader has done to a table, and its form in the query string, so that a shared link opens the same view. */

export interface TableState {
  readonly query: string;
  /** Chosen values per facet column; a column without a choice is absent. */
  readonly facets: Readonly<Record<string, readonly string[]>>;
  readonly sort: { readonly column: string; readonly descending: boolean } | null;
  /** Keys of the columns that are shown, in table order; null for the table's own choice. */
  readonly columns: readonly string[] | null;
  /** Keys of the rows that are kept at the top, in the order in which they were pinned. */
  readonly pins: readonly string[];
  readonly onlyPinned: boolean;
  readonly bothLanguages: boolean;
}

export const initialState: TableState = {
  query: "",
  facets: {},
  sort: null,
  columns: null,
  pins: [],
  onlyPinned: false,
  bothLanguages: false,
};

export interface TableShape {
  readonly columns: readonly string[];
  /** Facet columns with the values that they may take. */
  readonly facets: Readonly<Record<string, readonly string[]>>;
  readonly rows: ReadonlySet<string>;
  /** Put before each name in the query string; several tables share one page. */
  readonly prefix: string;
}

const names = { query: "q", sort: "sort", columns: "cols", pins: "pin", onlyPinned: "pinned", bothLanguages: "both" };

/** Reads the state; whatever names nothing in this table is dropped, so a mangled link still opens. */
export function readState(parameters: URLSearchParams, shape: TableShape): TableState {
  const get = (name: string) => parameters.get(shape.prefix + name) ?? "";
  const list = (name: string) => get(name).split(",").filter(Boolean);

  const facets: Record<string, readonly string[]> = {};
  for (const [column, allowed] of Object.entries(shape.facets)) {
    const chosen = list(column).filter((value) => allowed.includes(value));
    if (chosen.length > 0) facets[column] = chosen;
  }
  const sorted = get(names.sort);
  const column = sorted.replace(/^-/, "");
  const [first] = shape.columns;
  const shown = list(names.columns).filter((key) => shape.columns.includes(key));
  return {
    query: get(names.query),
    facets,
    sort: shape.columns.includes(column) ? { column, descending: sorted.startsWith("-") } : null,
    columns: shown.length > 0 ? shape.columns.filter((key) => key === first || shown.includes(key)) : null,
    pins: [...new Set(list(names.pins))].filter((key) => shape.rows.has(key)),
    onlyPinned: get(names.onlyPinned) === "1",
    bothLanguages: get(names.bothLanguages) === "1",
  };
}

/** Writes the state over what the address already says about other things; defaults are left out, the order is fixed. */
export function writeState(state: TableState, shape: TableShape, current: URLSearchParams): URLSearchParams {
  const next = new URLSearchParams(current);
  const set = (name: string, value: string) => {
    next.delete(shape.prefix + name);
    if (value !== "") next.append(shape.prefix + name, value);
  };
  set(names.query, state.query);
  for (const column of Object.keys(shape.facets)) set(column, (state.facets[column] ?? []).join(","));
  set(names.sort, state.sort === null ? "" : (state.sort.descending ? "-" : "") + state.sort.column);
  set(names.columns, (state.columns ?? []).join(","));
  set(names.pins, state.pins.join(","));
  set(names.onlyPinned, state.onlyPinned && state.pins.length > 0 ? "1" : "");
  set(names.bothLanguages, state.bothLanguages ? "1" : "");
  return next;
}

/** `?a=b,c` with the commas left readable. */
export function toQueryString(parameters: URLSearchParams): string {
  const text = parameters.toString().replaceAll("%2C", ",");
  return text === "" ? "" : `?${text}`;
}
