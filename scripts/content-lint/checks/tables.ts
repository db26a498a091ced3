import type { Check, ContentFile } from "../check";

/** A comparison table is the same table in both languages: id, columns, facets, and rows in the same order. */
export const tables: Check = {
  id: "tables",
  *run(subject) {
    const [zh, en] = [tablesOf(subject.zh), tablesOf(subject.en)];
    if (zh.length !== en.length) {
      yield { path: subject.zh.path, line: 1, problem: `${zh.length} tables here and ${en.length} in en.mdx` };
      return;
    }
    const seen = new Set<string>();
    for (const [index, table] of zh.entries()) {
      const other = en[index];
      if (other === undefined) continue;
      const at = { path: subject.zh.path, line: table.line };
      for (const part of ["id", "columns", "facets", "prefix"] as const)
        if (table[part] !== other[part])
          yield { ...at, problem: `${part} differs from en.mdx: ${table[part]} and ${other[part]}` };
      if (table.rows.join() !== other.rows.join())
        yield { ...at, problem: `rows differ from en.mdx: ${difference(table.rows, other.rows)}` };
      for (const row of table.rows) {
        if (seen.has(row))
          yield { ...at, problem: `two rows of the page are called ${row}`, tip: "a row's key is its anchor" };
        seen.add(row);
      }
    }
  },
};

function tablesOf(file: ContentFile) {
  return [...file.text.matchAll(/<ComparisonTable\s([\s\S]*?)>\n([\s\S]*?)<\/ComparisonTable>/g)].map((match) => {
    const [, attributes = "", body = ""] = match;
    const attribute = (name: string) =>
      new RegExp(`\\b${name}=(?:"([^"]*)"|\\{(.*?)\\}(?=\\s+\\w+=|\\s*$))`, "s")
        .exec(attributes)
        ?.slice(1)
        .find(Boolean)
        ?.replace(/\s+/g, "") ?? "";
    const rows = body
      .split("\n")
      .filter((line) => /^\|/.test(line))
      .slice(2);
    return {
      line: file.text.slice(0, match.index).split("\n").length,
      id: attribute("id"),
      columns: attribute("columns"),
      facets: attribute("facets"),
      prefix: attribute("prefix"),
      rows: rows.map((row) => /`([^`]+)`/.exec(row.split("|")[1] ?? "")?.[1] ?? row.split("|")[1]?.trim() ?? ""),
    };
  });
}

function difference(a: readonly string[], b: readonly string[]): string {
  const index = a.findIndex((row, position) => row !== b[position]);
  return index < 0 ? `${a.length} and ${b.length} rows` : `${a[index]} and ${b[index] ?? "nothing"}`;
}
