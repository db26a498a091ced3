/** Where a value of a parameter has a row of its own in a topic's table, which tells more of it than the parameter's page. */

import type { Table, TableCell } from "mdast";
import remarkGfm from "remark-gfm";
import remarkMath from "remark-math";
import remarkMdx from "remark-mdx";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { visit } from "unist-util-visit";
import { loadTopics } from "@/lib/explanations/load";
import { once } from "@/lib/once";
import { anchorOf } from "@/lib/table/anchor";

type Row = readonly [topic: string, anchor: string];

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkMath).use(remarkMdx);

/** By `parameter: value`. A table is about a parameter when its first heading is the parameter's key; rows are the same in both languages. */
export const loadValueRows = once((): ReadonlyMap<string, Row> => {
  const found = new Map<string, Row>();
  for (const { id, prose } of loadTopics())
    visit(parser.parse(prose.en.body), "table", (table: Table) => {
      const [head, ...rows] = table.children;
      const name = codeIn(head?.children[0]);
      if (name === null) return;
      for (const row of rows) {
        const value = codeIn(row.children[0]);
        const key = `${name}: ${value}`;
        // The first topic that has it: a later one may compare the same values from another side.
        if (value !== null && !found.has(key)) found.set(key, [id, anchorOf(value)]);
      }
    });
  return found;
});

function codeIn(cell: TableCell | undefined): string | null {
  const code = cell?.children.find(({ type }) => type === "inlineCode");
  return code?.type === "inlineCode" ? code.value : null;
}
