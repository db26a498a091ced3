import { Children, isValidElement, type ReactElement, type ReactNode } from "react";
import type { Language } from "@/lib/i18n/languages";
import type { Messages } from "@/lib/i18n/messages";
import { anchorOf } from "@/lib/table/anchor";
import { tableVocabularies, type VocabularyId, vocabularyValue } from "@/lib/table/vocabulary";
import { DataTable, type TableColumn, type TableRowModel } from "./data-table";

export interface ComparisonTableProps {
  /** Unique on the page: the name of exported files. */
  id: string;
  caption: string;
  /** Keys of the columns, in order, the same in both languages: they stand in shared links. */
  columns: readonly string[];
  /** Columns whose cells begin with a word of a vocabulary, by which they can be filtered. */
  facets?: Readonly<Record<string, VocabularyId>>;
  /** Columns that are not shown at first. */
  hidden?: readonly string[];
  /** Columns that a phone leaves out. */
  minor?: readonly string[];
  /** Before this table's names in the query string; give it to every table of a page but the first. */
  prefix?: string;
  children: ReactNode;
}

/**
 * Wraps the GFM table that an author wrote. The code in a row's first cell is its key and anchor; readers without JavaScript get
 * the table as written.
 *
 * @throws when the table does not fit `columns`, or a facet cell begins with no word of its vocabulary; this fails the build
 */
export function ComparisonTable({
  language,
  messages,
  ...props
}: ComparisonTableProps & { language: Language; messages: Messages }) {
  const { id, caption, columns: keys, facets = {}, hidden = [], minor = [], prefix = "" } = props;
  const fail = (problem: string): never => {
    throw new Error(`<ComparisonTable id="${id}">: ${problem}`);
  };
  const [head, ...body] = rowsOf(props.children);
  if (head === undefined) return fail("put a Markdown table between the tags, with empty lines around it");
  if (head.length !== keys.length) return fail(`${keys.length} columns are named and the table has ${head.length}`);

  const columns = keys.map((key, index): TableColumn => {
    const vocabulary = facets[key];
    return {
      key,
      title: textOf(head[index]),
      ...(vocabulary && {
        facet: Object.entries(tableVocabularies[vocabulary]).map(([value, word]) => ({ value, label: word[language] })),
      }),
      initiallyHidden: hidden.includes(key),
      minor: minor.includes(key),
    };
  });
  const rows = body.map((cells): TableRowModel => {
    const key = anchorOf(firstCode(cells[0]) ?? textOf(cells[0]));
    return {
      key,
      cells: cells.map((content, index) => {
        const column = keys[index] ?? "";
        const vocabulary = facets[column];
        if (vocabulary === undefined) return { content };
        const value = vocabularyValue(vocabulary, textOf(content), language);
        if (value === null)
          return fail(`row ${key}, column ${column}: “${textOf(content)}” begins with no word of ${vocabulary}`);
        return { content, values: [value] };
      }),
    };
  });
  const repeated = rows.find(({ key }, index) => rows.findIndex((row) => row.key === key) !== index);
  if (repeated) fail(`two rows are called ${repeated.key}`);
  return <DataTable id={id} caption={caption} columns={columns} rows={rows} messages={messages} prefix={prefix} />;
}

type WithChildren = ReactElement<{ children?: ReactNode }>;

/** The cells of each row of the table among the children, headings first. */
function rowsOf(node: ReactNode): ReactNode[][] {
  return elements(node).flatMap((element) => {
    if (element.type !== "tr") return rowsOf(element.props.children);
    return [elements(element.props.children).map((cell) => cell.props.children)];
  });
}

function elements(node: ReactNode): WithChildren[] {
  return Children.toArray(node).filter((child): child is WithChildren => isValidElement(child));
}

function textOf(node: ReactNode): string {
  if (typeof node === "string" || typeof node === "number") return String(node);
  return Children.toArray(node)
    .map((child) => (isValidElement(child) ? textOf((child as WithChildren).props.children) : textOf(child)))
    .join("");
}

function firstCode(node: ReactNode): string | null {
  for (const element of elements(node)) {
    if (element.type === "code") return textOf(element);
    const inside = firstCode(element.props.children);
    if (inside !== null) return inside;
  }
  return null;
}
