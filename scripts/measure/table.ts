/** A Markdown table, as the reports of `npm run measure` are. */
export function markdownTable(columns: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(columns), line(columns.map((_, place) => (place === 0 ? "---" : "---:"))), ...rows.map(line), ""].join(
    "\n",
  );
}
