/** A checkout or an unpacked package on disk, read as it lies there. */

import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { SourceTree } from "./source-tree";

export function folderTree(folder: string): SourceTree {
  const list = () =>
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).split(path.sep).join("/"))
      .sort();
  const read = (file: string) => {
    const full = path.join(folder, file);
    return existsSync(full) ? readFileSync(full, "utf8") : null;
  };
  return { list, read };
}
