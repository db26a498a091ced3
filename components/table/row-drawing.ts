/** More than a window shows, few enough to be laid out between two letters. */
const rowsAtOnce = 24;

/**
 * Puts a table's rows in order and shows them. Showing or moving some 450 rows takes a slow phone seconds; while somebody types, the
 * rows that can be seen come first, and the others follow in steps that let the next letter through.
 */
export class RowDrawing {
  readonly #body: HTMLTableSectionElement | undefined;
  readonly #rows: ReadonlyMap<string, HTMLTableRowElement>;
  #pending: HTMLTableRowElement[] = [];
  #last: HTMLTableRowElement | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(body: HTMLTableSectionElement | undefined, rows: ReadonlyMap<string, HTMLTableRowElement>) {
    this.#body = body;
    this.#rows = rows;
  }

  /** @param order keys of the rows to show; all others are hidden */
  draw(order: readonly string[], inSteps: boolean): void {
    clearTimeout(this.#timer);
    const wanted = order.map((key) => this.#rows.get(key) as HTMLTableRowElement);
    const shown = new Set(wanted);
    for (const row of this.#rows.values()) if (!shown.has(row)) row.hidden = true;
    this.#last = null;
    this.#pending = wanted;
    const standing = [...(this.#body?.rows ?? [])].filter((row) => !row.hidden);
    if (standing.length === wanted.length && standing.every((row, place) => row === wanted[place])) {
      this.#pending = [];
      return;
    }
    if (!inSteps) {
      this.finish();
      return;
    }
    for (const row of wanted.slice(rowsAtOnce)) row.hidden = true;
    this.#step();
  }

  /** Shows at once what is still to come. */
  finish(): void {
    clearTimeout(this.#timer);
    this.#place(this.#pending);
    this.#pending = [];
  }

  #step(): void {
    this.#place(this.#pending.splice(0, rowsAtOnce));
    if (this.#pending.length === 0) return;
    // After the frame: what is in sight is painted before the rest is begun.
    requestAnimationFrame(() => {
      clearTimeout(this.#timer);
      this.#timer = setTimeout(() => this.#step());
    });
  }

  /** Below what was placed last; rows that stand in order already are not moved, since moving costs a layout. */
  #place(rows: readonly HTMLTableRowElement[]): void {
    const places = rows.map(({ sectionRowIndex }) => sectionRowIndex);
    const before = this.#last?.sectionRowIndex ?? -1;
    const isInOrder = places.every((place, index) => place > (places[index - 1] ?? before));
    if (!isInOrder) {
      if (this.#last === null) this.#body?.prepend(...rows);
      else this.#last.after(...rows);
    }
    for (const row of rows) row.hidden = false;
    this.#last = rows.at(-1) ?? this.#last;
  }
}
