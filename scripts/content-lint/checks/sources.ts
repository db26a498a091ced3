import * as z from "zod";
import { once } from "@/lib/once";
import { readJson } from "@/lib/read-json";
import { parseEvidence } from "@/lib/sources";
import { type Check, type Fault, lineOf, type Subject } from "../check";

const loadSourceLines = once(
  () =>
    readJson(
      "content/facts/source-lines.json",
      z.object({ about: z.string(), files: z.record(z.string(), z.record(z.string(), z.number())) }),
    ).files,
);

/** Every source has a known form, names an existing file and line, and both languages cite the same. */
export const sources: Check = {
  id: "sources",
  *run(subject) {
    for (const source of listedSources(subject)) {
      const problem = problemOf(source);
      if (problem) yield { path: `${subject.folder}/meta.yaml`, line: lineOf(subject.metaText, source), problem };
    }
    const cited = { zh: new Set<string>(), en: new Set<string>() };
    for (const file of [subject.zh, subject.en]) {
      for (const [index, line] of file.text.split("\n").entries()) {
        for (const [, at = ""] of line.matchAll(/<Source\s+at="([^"]*)"/g)) {
          cited[file.language].add(at);
          const problem = problemOf(at);
          if (problem) yield { path: file.path, line: index + 1, problem };
        }
      }
    }
    yield* onlyIn(subject.zh.path, cited.zh, cited.en, "en");
    yield* onlyIn(subject.en.path, cited.en, cited.zh, "zh");
  },
};

function listedSources({ meta }: Subject): string[] {
  const range = (meta.range ?? {}) as Record<string, { source: string }[] | undefined>;
  const elsewhere = (meta.elsewhere ?? []) as { source?: string }[];
  return [
    ...((meta.sources ?? []) as string[]),
    ...Object.values(range).flatMap((entries) => (entries ?? []).map(({ source }) => source)),
    ...elsewhere.flatMap(({ source }) => source ?? []),
  ];
}

function problemOf(source: string): string | null {
  const evidence = parseEvidence(source);
  if (evidence === null) return `source “${source}” has none of the known forms`;
  if (evidence.kind !== "code") return null;
  const files = loadSourceLines()[`${evidence.repository}@${evidence.ref}`];
  // Libraries whose files are not listed (transformers) cannot be checked here.
  if (files === undefined) return null;
  const count = files[evidence.file];
  if (count === undefined) return `${evidence.repository}@${evidence.ref} has no file ${evidence.file}`;
  const last = evidence.lines?.[1] ?? 1;
  return last > count ? `${evidence.file} ends at line ${count}, and the source names line ${last}` : null;
}

function* onlyIn(path: string, own: Set<string>, other: Set<string>, otherName: string): Generator<Fault> {
  for (const source of own)
    if (!other.has(source)) yield { path, line: 1, problem: `cites ${source}, and ${otherName}.mdx does not` };
}
