import { readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { exists, listFiles } from "./files";

/** Nothing navigates by React payload, so the copies of the pages in that form go. */
export function removePayloads(out: string): void {
  for (const file of [...listFiles(out)]) {
    const name = path.basename(file);
    if (name.startsWith("__next.") || (name.endsWith(".txt") && isPayload(file))) rmSync(file);
  }
}

/** `zh/parameters.txt` belongs to `zh/parameters.html`; `robots.txt` and `llms.txt` belong to nothing. */
function isPayload(file: string): boolean {
  const page = file.replace(/\.txt$/, ".html");
  return readFileSync(file, "utf8").slice(0, 200).includes(':"$Sreact') || exists(page);
}
