/**
 * `<data-table>`: filters, sorts, pins and exports the rows that `DataTable` rendered.
 *
 * It only hides, moves and reads what stands in the page: some 450 rows answer within a frame on a slow phone, the browser's own
 * find and the page without JavaScript keep working, and nothing is sent twice.
 */

import { decodeSafely } from "@/lib/decode-safely";
import { toCsv, toMarkdown } from "@/lib/table/export";
import {
  initialState,
  readState,
  type TableShape,
  type TableState,
  toQueryString,
  writeState,
} from "@/lib/table/state";
import { foldText, type TableRow, viewOf } from "@/lib/table/view";
import { announce } from "../site/announce";
import { replaceAddress, settleAddress } from "../site/quiet-address";
import { createTwinRows } from "./both-languages";
import type { TableTexts } from "./data-table";
import { RowDrawing } from "./row-drawing";

/** Often enough to be heard, seldom enough not to talk over the typing. */
const announceDelayMilliseconds = 300;
const fixDelayMilliseconds = 50;

export class DataTableElement extends HTMLElement {
  #state: TableState = initialState;
  #shape!: TableShape;
  #texts!: TableTexts;
  #rows: readonly TableRow[] = [];
  #elements = new Map<string, HTMLTableRowElement>();
  #found: { query: string; keys: ReadonlySet<string> } = { query: "", keys: new Set() };
  #announcement: ReturnType<typeof setTimeout> | undefined;
  /** Whether the filter leaves any row that is not pinned. */
  #hasRows = true;
  #shownPins: TableState["pins"] | undefined;
  readonly #twins = createTwinRows();
  #drawing!: RowDrawing;

  connectedCallback(): void {
    if (this.#elements.size > 0) return;
    this.#texts = JSON.parse(this.dataset.texts ?? "{}");
    this.#readTable();
    this.#addSortButtons();
    this.#addPinButtons();
    this.#drawing = new RowDrawing(this.#table.tBodies[0], this.#elements);
    this.addEventListener("input", this.#onInput);
    this.addEventListener("focusin", this.#onFocus);
    addEventListener("resize", () => this.#releaseColumns());
    addEventListener("beforeprint", () => {
      this.#releaseColumns();
      this.#drawing.finish();
    });
    this.addEventListener("click", this.#onClick);
    addEventListener("popstate", () => this.#restore());
    this.#closeMenusOutside();
    this.#restore();
    // Sorting and pinning move rows, so the row that a link points at may have gone since the browser scrolled.
    if (location.hash !== "")
      document.getElementById(decodeSafely(location.hash.slice(1)))?.scrollIntoView({ behavior: "instant" });
  }

  get #table(): HTMLTableElement {
    return this.querySelector("table") as HTMLTableElement;
  }

  get #heads(): HTMLTableCellElement[] {
    return [...this.querySelectorAll<HTMLTableCellElement>("thead th")];
  }

  #readTable(): void {
    const columns = this.#heads.map((head) => head.dataset.column ?? "");
    const facets: Record<string, string[]> = {};
    for (const menu of this.querySelectorAll<HTMLElement>("[data-menu]")) {
      const column = menu.dataset.menu ?? "";
      // The menus of columns and exports belong to no column.
      if (columns.includes(column)) facets[column] = [...menu.querySelectorAll("input")].map((input) => input.value);
    }

    for (const row of this.#table.tBodies[0]?.rows ?? []) this.#elements.set(row.id, row);
    this.#rows = [...this.#elements].map(([key, row]) => readRow(key, row, columns, facets));
    this.#shape = { columns, facets, rows: new Set(this.#elements.keys()), prefix: this.dataset.prefix ?? "" };
  }

  #addSortButtons(): void {
    for (const head of this.#heads) {
      const title = head.textContent ?? "";
      const button = document.createElement("button");
      button.type = "button";
      button.className = "sort-button";
      button.dataset.sortBy = head.dataset.column;
      button.textContent = title;
      button.title = this.#texts.sortBy.replace("{}", title);
      head.replaceChildren(button);
    }
  }

  #addPinButtons(): void {
    for (const [key, row] of this.#elements) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "pin-button no-print";
      button.dataset.pin = key;
      row.querySelector(".row-tools")?.append(button);
    }
  }

  #restore(): void {
    this.#state = readState(new URLSearchParams(location.search), this.#shape);
    this.#showControls();
    this.#render();
    this.#askSearch();
  }

  /** A choice can be taken back with the browser's Back; letters of a filter cannot, or Back would walk through them. */
  #change(change: Partial<TableState>, isTyping = false): void {
    if (!isTyping) settleAddress();
    this.#state = { ...this.#state, ...change };
    if (isTyping) replaceAddress(this.#address);
    else history.pushState(history.state, "", this.#address());
    this.#showControls();
    if (!isTyping) this.#releaseColumns();
    this.#render(isTyping);
  }

  #address = (): string => {
    const query = toQueryString(writeState(this.#state, this.#shape, new URLSearchParams(location.search)));
    return `${location.pathname}${query}${location.hash}`;
  };

  #onFocus = ({ target }: FocusEvent): void => {
    // After the frame that shows the focus.
    if (target instanceof HTMLInputElement && "tableFilter" in target.dataset)
      setTimeout(() => this.#fixColumns(), fixDelayMilliseconds);
  };

  /** Columns keep their widths while somebody types: nothing jumps, and the browser need not measure every cell at every letter. */
  #fixColumns(): void {
    const { style } = this.#table;
    if (style.tableLayout === "fixed") return;
    const { offsetWidth } = this.#table;
    const widths = this.#heads.map((head) => head.offsetWidth);
    // On a phone rows are cards, and the heads are not shown.
    if (widths.every((width) => width === 0)) return;
    this.#heads.forEach((head, place) => {
      head.style.width = `${widths[place]}px`;
    });
    style.width = `${offsetWidth}px`;
    style.tableLayout = "fixed";
  }

  #releaseColumns(): void {
    for (const { style } of [this.#table, ...this.#heads]) style.width = style.tableLayout = "";
  }

  #onInput = (event: Event): void => {
    const input = event.target as HTMLInputElement;
    if ("tableFilter" in input.dataset) {
      if ((event as InputEvent).isComposing) return;
      // Before the first letter narrows them, for who types faster than the focus is shown.
      this.#fixColumns();
      this.#change({ query: input.value.trim() }, true);
      this.#askSearch();
      return;
    }
    const checked = [...this.querySelectorAll<HTMLInputElement>(`input[name="${CSS.escape(input.name)}"]:checked`)].map(
      ({ value }) => value,
    );
    if (input.name === "columns") {
      const [first = "", ...rest] = this.#shape.columns;
      this.#change({ columns: [first, ...rest.filter((key) => checked.includes(key))] });
    } else {
      const { [input.name]: _, ...others } = this.#state.facets;
      this.#change({ facets: checked.length > 0 ? { ...others, [input.name]: checked } : others });
    }
  };

  #onClick = (event: Event): void => {
    const target =
      event.target instanceof Element
        ? event.target.closest<HTMLElement>("[data-sort-by],[data-pin],[data-action]")
        : null;
    if (target === null) return;
    const { sortBy, pin, action } = target.dataset;
    const { sort, pins } = this.#state;
    if (sortBy !== undefined) {
      const again = sort?.column === sortBy;
      // Up, down, and back to the author's order.
      this.#change({ sort: again && sort.descending ? null : { column: sortBy, descending: again } });
    } else if (pin !== undefined) {
      const next = pins.includes(pin) ? pins.filter((key) => key !== pin) : [...pins, pin];
      this.#change({ pins: next, onlyPinned: this.#state.onlyPinned && next.length > 0 });
      // The row has moved; the keyboard goes with it.
      this.#elements.get(pin)?.querySelector<HTMLElement>("[data-pin]")?.focus();
    } else if (action !== undefined) this.#act(action);
  };

  #act(action: string): void {
    switch (action) {
      case "reset":
        this.#change({ ...initialState, pins: this.#state.pins, bothLanguages: this.#state.bothLanguages });
        this.querySelector<HTMLElement>("[data-table-filter]")?.focus();
        break;
      case "pinned":
        this.#change({ onlyPinned: !this.#state.onlyPinned });
        break;
      case "both":
        this.#change({ bothLanguages: !this.#state.bothLanguages });
        break;
      case "markdown":
        navigator.clipboard.writeText(toMarkdown(this.#visibleText())).then(
          () => announce(this.#texts.copied),
          () => announce(this.#texts.failed),
        );
        this.querySelector("[data-action=markdown]")?.setAttribute("data-done", "");
        setTimeout(() => this.querySelector("[data-action=markdown]")?.removeAttribute("data-done"), 1500);
        break;
      case "csv":
        download(toCsv(this.#visibleText()), `${this.dataset.name}.csv`, "text/csv");
        break;
      case "json": {
        const [head = [], ...rows] = this.#visibleText();
        const records = rows.map((row) => Object.fromEntries(row.map((cell, index) => [head[index], cell])));
        download(`${JSON.stringify(records, null, 2)}\n`, `${this.dataset.name}.json`, "application/json");
        break;
      }
    }
  }

  #render(isTyping = false): void {
    const { pinned, rest } = viewOf(this.#rows, this.#state, document.documentElement.lang, this.#assistedKeys());
    this.#hasRows = rest.length > 0;
    const shown = new Set([...pinned, ...rest]);
    for (const [key, row] of this.#elements) row.toggleAttribute("data-pinned", pinned.includes(key));
    this.#drawing.draw([...shown], isTyping);
    this.#renderColumns();
    this.#twins.show(this.#state.bothLanguages, this.#elements);

    const count = this.#texts.count.replace("{0}", String(shown.size)).replace("{1}", String(this.#rows.length));
    const output = this.querySelector("[data-count]");
    if (output) output.textContent = count;
    (this.querySelector("[data-empty]") as HTMLElement).hidden = shown.size > 0;
    clearTimeout(this.#announcement);
    this.#announcement = setTimeout(() => announce(count), announceDelayMilliseconds);
  }

  #renderColumns(): void {
    const { columns, sort } = this.#state;
    const isShown = columns === null ? null : new Set(columns);
    this.#heads.forEach((head, index) => {
      const key = head.dataset.column ?? "";
      head.dataset.initiallyHidden ??= String(head.hidden);
      const hide = isShown === null ? head.dataset.initiallyHidden === "true" : !isShown.has(key);
      if (head.hidden !== hide)
        for (const row of this.#table.rows)
          (row.cells[index] as HTMLElement | undefined)?.toggleAttribute("hidden", hide);
      head.ariaSort = sort?.column === key ? (sort.descending ? "descending" : "ascending") : null;
    });
  }

  #showControls(): void {
    const { query, facets, columns, pins, onlyPinned, bothLanguages, sort } = this.#state;
    const filter = this.querySelector<HTMLInputElement>("[data-table-filter]");
    if (filter && filter.value.trim() !== query) filter.value = query;
    for (const input of this.querySelectorAll<HTMLInputElement>("[data-menu] input"))
      input.checked =
        input.name === "columns"
          ? (columns?.includes(input.value) ?? input.defaultChecked)
          : (facets[input.name]?.includes(input.value) ?? false);
    for (const menu of this.querySelectorAll<HTMLElement>("[data-menu]"))
      menu.toggleAttribute("data-active", facets[menu.dataset.menu ?? ""] !== undefined);

    const toggle = (action: string, pressed: boolean) =>
      this.querySelector(`[data-action=${action}]`)?.setAttribute("aria-pressed", String(pressed));
    toggle("pinned", onlyPinned);
    toggle("both", bothLanguages);
    const show = (action: string, visible: boolean) => {
      (this.querySelector(`[data-action=${action}]`) as HTMLElement).hidden = !visible;
    };
    show("pinned", pins.length > 0);
    show("reset", query !== "" || Object.keys(facets).length > 0 || columns !== null || sort !== null || onlyPinned);
    this.#showPins();
  }

  /** Some 450 buttons: touched only when a row has been pinned or let go. */
  #showPins(): void {
    const { pins } = this.#state;
    if (pins === this.#shownPins) return;
    this.#shownPins = pins;
    for (const button of this.querySelectorAll<HTMLElement>("[data-pin]")) {
      const key = button.dataset.pin ?? "";
      const isPinned = pins.includes(key);
      button.setAttribute("aria-pressed", String(isPinned));
      button.ariaLabel = button.title = (isPinned ? this.#texts.unpin : this.#texts.pin).replace("{}", key);
    }
  }

  #assistedKeys(): ReadonlySet<string> {
    return this.#found.query === this.#state.query ? this.#found.keys : new Set();
  }

  /** The rows' own text knows no symptoms; where it finds nothing, the site's search is asked for parameters. */
  async #askSearch(): Promise<void> {
    const { query } = this.#state;
    if (!("assisted" in this.dataset) || query === "" || this.#hasRows) return;
    const { findParameters } = await import("../search/find-parameters");
    const keys = new Set(await findParameters(query));
    if (query !== this.#state.query) return;
    this.#found = { query, keys };
    this.#render();
  }

  #visibleText(): string[][] {
    this.#drawing.finish();
    return [...this.#table.rows]
      .filter((row) => !row.hidden)
      .map((row) => [...row.cells].filter((cell) => !cell.hidden).map(cellText));
  }

  #closeMenusOutside(): void {
    const close = (inside: Node | null) => {
      for (const menu of this.querySelectorAll<HTMLDetailsElement>("[data-menu][open]"))
        if (inside === null || !menu.contains(inside)) menu.open = false;
    };
    document.addEventListener("click", (event) => close(event.target as Node));
    this.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      const menu = (event.target as Element).closest<HTMLDetailsElement>("[data-menu][open]");
      close(null);
      menu?.querySelector("summary")?.focus();
    });
  }
}

function readRow(
  key: string,
  row: HTMLTableRowElement,
  columns: readonly string[],
  facets: Readonly<Record<string, unknown>>,
): TableRow {
  const values: Record<string, readonly string[]> = {};
  columns.forEach((column, index) => {
    if (column in facets) values[column] = (row.cells[index]?.dataset.values ?? "").split(" ").filter(Boolean);
  });
  const sortKeys = new Map<string, string>();
  const sortKey = (column: string) => {
    const cell = row.cells[columns.indexOf(column)];
    const known = sortKeys.get(column) ?? cell?.dataset.sort ?? (cell ? cellText(cell) : "");
    sortKeys.set(column, known);
    return known;
  };
  return { key, text: foldText(row.textContent ?? ""), facets: values, sortKey };
}

/** A cell's words without the tools that stand in it. */
function cellText(cell: Element): string {
  const copy = cell.cloneNode(true) as Element;
  for (const tool of copy.querySelectorAll(".row-tools, [data-twin], svg")) tool.remove();
  return (copy.textContent ?? "").trim();
}

function download(text: string, name: string, type: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: `${type};charset=utf-8` }));
  link.download = name;
  link.click();
  // The download has begun by the next task; keeping the blob would keep its memory.
  setTimeout(() => URL.revokeObjectURL(link.href));
}
