/** What the steps after `next build` share: walking over out/. */

import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";

export function* listFiles(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const full = path.join(folder, entry.name);
    if (entry.isDirectory()) yield* listFiles(full);
    else yield full;
  }
}

/** Every page of the export. A list and not a walk, so that a step may write files while it goes through them. */
export function listPages(out: string): string[] {
  return [...listFiles(out)].filter((file) => file.endsWith(".html")).sort();
}

/** A page's path below the site's root without `.html`, such as `zh/parameters/lora_rank`. */
export function pagePath(out: string, file: string): string {
  return path
    .relative(out, file)
    .split(path.sep)
    .join("/")
    .replace(/\.html$/, "");
}

/** Rewrites pages in place. @returns how many changed */
export function rewritePages(out: string, change: (html: string, file: string) => string): number {
  let changed = 0;
  for (const file of listPages(out)) {
    const before = readFileSync(file, "utf8");
    const after = change(before, file);
    if (after === before) continue;
    writeFileSync(file, after);
    changed += 1;
  }
  return changed;
}

export function exists(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false }) !== undefined;
}

/** Removes the folders that earlier steps have emptied; `folder` itself stays. */
export function removeEmptyFolders(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (!entry.isDirectory()) continue;
    const inner = path.join(folder, entry.name);
    removeEmptyFolders(inner);
    if (readdirSync(inner).length === 0) rmSync(inner, { recursive: true });
  }
}
