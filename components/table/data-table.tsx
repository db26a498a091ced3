import type { ReactNode } from "react";
import type { Messages } from "@/lib/i18n/messages";

export interface TableColumn {
  readonly key: string;
  readonly title: string;
  /** Values by which the column can be filtered, in order. */
  readonly facet?: readonly { readonly value: string; readonly label: string }[];
  /** Not shown until the reader asks for it. */
  readonly initiallyHidden?: boolean;
  /** Left out on a phone, where every row is a card. */
  readonly minor?: boolean;
}

export interface TableCell {
  readonly content: ReactNode;
  /** The facet values of the cell, where its column has a facet. */
  readonly values?: readonly string[];
  /** What the column is sorted by, where it is not the text. */
  readonly sort?: string;
}

export interface TableRowModel {
  /** Also the row's anchor. */
  readonly key: string;
  readonly cells: readonly TableCell[];
}

/** Texts that the browser part shows; strings only, so they can stand in an attribute. */
export interface TableTexts {
  readonly pin: string;
  readonly unpin: string;
  readonly sortBy: string;
  readonly count: string;
  readonly copied: string;
  readonly failed: string;
}

/**
 * A table that is whole without JavaScript. The `<data-table>` element (data-table.element.ts) filters, sorts, pins and exports
 * the rows that stand here; it renders none, so the page carries its content once.
 */
export function DataTable({
  id,
  caption,
  columns,
  rows,
  messages,
  prefix = "",
  assisted = false,
}: {
  /** Names exported files. Not an id of the page: the heading above the table often has the same one. */
  id: string;
  caption: string;
  columns: readonly TableColumn[];
  rows: readonly TableRowModel[];
  messages: Messages;
  /** Before this table's names in the query string; several tables share a page. */
  prefix?: string;
  /** Whether the filter may also ask the site's search, which finds parameters by symptom. */
  assisted?: boolean;
}) {
  const text = messages.table;
  const mark = "\u0000";
  const texts: TableTexts = {
    pin: text.pin(mark),
    unpin: text.unpin(mark),
    sortBy: text.sortBy(mark),
    // The numbers are put in by the element: `{0}` of `{1}`.
    count: text.count(-1, -2).replace("-1", "{0}").replace("-2", "{1}"),
    copied: messages.copy.copied,
    failed: messages.copy.failed,
  };
  return (
    <data-table
      data-name={id}
      data-prefix={prefix}
      data-texts={JSON.stringify(texts).replaceAll("\\u0000", "{}")}
      data-assisted={assisted ? "" : undefined}
      class="block"
    >
      <div className="table-controls no-print mb-3 flex flex-wrap items-center gap-2">
        <input
          type="search"
          data-table-filter=""
          aria-label={text.filter}
          placeholder={assisted ? text.filterPlaceholder : text.filter}
          className="field min-w-40 flex-1 sm:max-w-72"
        />
        {columns
          .filter(({ facet }) => facet !== undefined)
          .map(({ key, title, facet = [] }) => (
            <Menu key={key} label={title} facet={key}>
              {facet.map(({ value, label }) => (
                <Choice key={value} name={key} value={value} label={label} checked={false} />
              ))}
            </Menu>
          ))}
        <Menu label={text.columns} facet="columns">
          {columns.slice(1).map(({ key, title, initiallyHidden }) => (
            <Choice key={key} name="columns" value={key} label={title} checked={!initiallyHidden} />
          ))}
        </Menu>
        <button type="button" className="button" data-action="both" aria-pressed="false">
          {text.bothLanguages}
        </button>
        <button type="button" className="button" data-action="pinned" aria-pressed="false" hidden>
          {text.pinnedOnly}
        </button>
        <button type="button" className="button" data-action="reset" hidden>
          {text.reset}
        </button>
        <div className="ms-auto flex items-center gap-2">
          <output data-count="" className="text-sm text-muted">
            {text.count(rows.length, rows.length)}
          </output>
          <Menu label={text.export} facet="export" alignEnd>
            <MenuAction action="markdown" label={text.copyMarkdown} />
            <MenuAction action="csv" label={text.downloadCsv} />
            <MenuAction action="json" label={text.downloadJson} />
          </Menu>
        </div>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a keyboard must be able to scroll what overflows */}
      {/* biome-ignore lint/a11y/useSemanticElements: a named scroll container is a region, not a section of the text */}
      <div role="region" aria-label={text.scrollRegion(caption)} tabIndex={0} className="table-scroll card">
        <table role="table" className="data-table">
          <caption className="sr-only">{caption}</caption>
          <thead role="rowgroup">
            <tr role="row">
              {columns.map(({ key, title, initiallyHidden, minor }) => (
                <th
                  key={key}
                  scope="col"
                  role="columnheader"
                  data-column={key}
                  data-minor={minor ? "" : undefined}
                  hidden={initiallyHidden}
                >
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody role="rowgroup">
            {rows.map(({ key, cells }) => (
              <tr key={key} id={key} role="row">
                {cells.map((cell, index) => (
                  <Cell key={columns[index]?.key} cell={cell} column={columns[index]} isFirst={index === 0}>
                    {index === 0 && (
                      <a href={`#${key}`} className="permalink no-print" aria-label={text.linkToRow(key)}>
                        #
                      </a>
                    )}
                  </Cell>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p data-empty="" className="py-6 text-center text-muted" hidden>
        {text.none}
      </p>
    </data-table>
  );
}

function Cell({
  cell,
  column,
  isFirst,
  children,
}: {
  cell: TableCell;
  column: TableColumn | undefined;
  isFirst: boolean;
  children: ReactNode;
}) {
  const attributes = {
    "data-label": column?.title,
    "data-values": cell.values?.join(" "),
    "data-sort": cell.sort,
    "data-minor": column?.minor ? "" : undefined,
    hidden: column?.initiallyHidden,
  };
  return isFirst ? (
    <th scope="row" role="rowheader" {...attributes}>
      <span className="flex items-baseline gap-1.5">
        <span className="min-w-0">{cell.content}</span>
        <span className="row-tools ms-auto inline-flex shrink-0 gap-1">{children}</span>
      </span>
    </th>
  ) : (
    <td role="cell" {...attributes}>
      {cell.content}
    </td>
  );
}

function MenuAction({ action, label }: { action: string; label: string }) {
  return (
    <button
      type="button"
      data-action={action}
      className="flex min-h-8 items-center rounded px-2 text-start hover:bg-accent-soft"
    >
      {label}
    </button>
  );
}

function Menu({
  label,
  facet,
  alignEnd = false,
  children,
}: {
  label: string;
  /** The column that the menu filters by; another word for menus that do something else. */
  facet: string;
  alignEnd?: boolean;
  children: ReactNode;
}) {
  return (
    <details className="relative" data-menu={facet}>
      <summary className="button list-none">{label}</summary>
      <div
        className={`${alignEnd ? "end-0" : "start-0"} card absolute top-full z-10 mt-1 flex max-h-80 w-max max-w-[80vw] flex-col overflow-y-auto p-2 shadow-lg`}
      >
        {children}
      </div>
    </details>
  );
}

function Choice({ name, value, label, checked }: { name: string; value: string; label: string; checked: boolean }) {
  return (
    <label className="flex min-h-8 items-center gap-2 rounded px-2 hover:bg-accent-soft">
      <input type="checkbox" name={name} value={value} defaultChecked={checked} />
      {label}
    </label>
  );
}
