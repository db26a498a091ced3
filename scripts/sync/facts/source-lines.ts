/** content/facts/source-lines.json: how long each upstream file is, so that a cited line can be checked. */

import * as z from "zod";
import type { SourceTree } from "../source/source-tree";

export const sourceLinesFile = z.object({
  about: z.string(),
  files: z.record(z.string(), z.record(z.string(), z.number())),
});
export type SourceLines = z.infer<typeof sourceLinesFile>;

const citableEndings = [".py", ".yaml", ".md", ".txt", ".json", ".sh", ".toml", "/Makefile"];
/** Upstream's own tests and packaging, which say nothing about what a parameter does. */
const passedOver = [".github/", "docker/", "tests/", "tests_v1/"];

/** Entries of other repositories and releases stay, for content goes on citing them. */
export function withRelease(known: SourceLines, repository: string, tag: string, tree: SourceTree): SourceLines {
  const key = `${repository}@${tag}`;
  const isOwn = (other: string) => other.startsWith(`${repository}@`);
  const keys = [...new Set([...Object.keys(known.files).filter(isOwn), key, ...Object.keys(known.files)])];
  const counted = countLines(tree);
  return {
    about: known.about,
    files: Object.fromEntries(keys.map((one) => [one, one === key ? counted : (known.files[one] ?? {})])),
  };
}

export function countLines(tree: SourceTree): Record<string, number> {
  const isCitable = (path: string) =>
    citableEndings.some((ending) => `/${path}`.endsWith(ending)) &&
    !passedOver.some((folder) => path.startsWith(folder));
  return Object.fromEntries(
    tree
      .list()
      .filter(isCitable)
      .map((path) => [path, lineCount(tree.read(path) ?? "")]),
  );
}

function lineCount(text: string): number {
  const breaks = text.split("\n").length - 1;
  return text === "" || text.endsWith("\n") ? breaks : breaks + 1;
}
