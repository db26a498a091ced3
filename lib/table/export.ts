/** A view of a table as text to take away. `rows` hold the cells' text, the first row the headings. */

export function toMarkdown(rows: readonly (readonly string[])[]): string {
  const [head = [], ...body] = rows.map((row) =>
    row.map((cell) => cell.replaceAll("|", "\\|").replace(/\s*\n\s*/g, " ")),
  );
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...body.map(line), ""].join("\n");
}

/** RFC 4180, with a byte-order mark: without it spreadsheets read Chinese as mojibake. */
export function toCsv(rows: readonly (readonly string[])[]): string {
  const field = (text: string) => {
    // A leading =, +, - or @ would be run as a formula by a spreadsheet.
    const safe = /^[=+\-@]/.test(text) && Number.isNaN(Number(text)) ? `'${text}` : text;
    return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  return `\uFEFF${rows.map((row) => row.map(field).join(",")).join("\r\n")}\r\n`;
}
