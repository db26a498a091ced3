import { mkdirSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import { exists, listFiles } from "./files";

/** `md/zh/parameters/lora_rank.md` → `zh/parameters/lora_rank.md`, beside its page. */
export function moveMarkdown(out: string): void {
  const from = path.join(out, "md");
  if (!exists(from)) return;
  for (const file of [...listFiles(from)].filter((name) => name.endsWith(".md"))) {
    const to = path.join(out, path.relative(from, file));
    mkdirSync(path.dirname(to), { recursive: true });
    renameSync(file, to);
  }
  rmSync(from, { recursive: true });
}
