/** Few enough to be laid out between two letters. */
const rowsAtOnce = 24;
/** Longer than from one letter to the next: what is out of sight is not drawn while somebody types. */
const restMilliseconds = 300;

/**
 * Puts a table's rows in order and shows them. Showing or moving some 450 rows takes a slow phone seconds; while somebody types, the
 * rows that can be seen come first; the others follow once the typing rests, in steps that let a further letter through.
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
    const inSight = this.#rowsInSight();
    const wanted = order.map((key) => this.#rows.get(key) as HTMLTableRowElement);
    const shown = new Set(wanted);
    hide([...this.#rows.values()].filter((row) => !shown.has(row)));
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
    hide(wanted.slice(inSight));
    this.#place(this.#pending.splice(0, inSight));
    this.#timer = setTimeout(() => this.#step(), restMilliseconds);
  }

  /** Shows at once what is still to come. */
  finish(): void {
    clearTimeout(this.#timer);
    this.#place(this.#pending);
    this.#pending = [];
  }

  /** How many rows fill the window, as high as the lowest of some that stand there. Asked before anything changes: then it is known. */
  #rowsInSight(): number {
    const standing = [...(this.#body?.rows ?? [])].filter((row) => !row.hidden).slice(0, rowsAtOnce);
    const lowest = Math.min(...standing.map(({ offsetHeight }) => offsetHeight));
    // Where none stands, its height is unknown.
    return Number.isFinite(lowest) ? Math.min(rowsAtOnce, Math.ceil(innerHeight / lowest) + 1) : rowsAtOnce;
  }

  #step(): void {
    this.#place(this.#pending.splice(0, rowsAtOnce));
    if (this.#pending.length === 0) return;
    // After the frame: a letter that came meanwhile is answered before the next rows.
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

/** Hides what is not hidden yet: setting the attribute once more makes the browser work the row's style out again. */
function hide(rows: readonly HTMLTableRowElement[]): void {
  for (const row of rows) if (!row.hidden) row.hidden = true;
}
