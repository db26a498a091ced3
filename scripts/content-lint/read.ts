/** content/ → subjects for the checks. */

import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { listFolders, loadTrio } from "@/lib/explanations/load";
import {
  articleFrontmatter,
  explainerMeta,
  parameterFrontmatter,
  parameterMeta,
  questionMeta,
  releaseMeta,
  topicMeta,
} from "@/lib/explanations/schema";
import type { Language } from "@/lib/i18n/languages";
import type { ContentFile, Fault, Subject, SubjectKind } from "./check";

const schemas = {
  parameters: [parameterMeta, parameterFrontmatter],
  environment: [parameterMeta, parameterFrontmatter],
  topics: [topicMeta, articleFrontmatter],
  questions: [questionMeta, articleFrontmatter],
  explainers: [explainerMeta, articleFrontmatter],
  releases: [releaseMeta, articleFrontmatter],
} as const satisfies Record<SubjectKind, unknown>;

export function readSubjects(): { subjects: Subject[]; broken: Fault[] } {
  const subjects: Subject[] = [];
  const broken: Fault[] = [];
  for (const kind of Object.keys(schemas) as SubjectKind[]) {
    for (const id of listFolders(`content/${kind}`)) {
      try {
        subjects.push(readSubject(kind, id));
      } catch (error) {
        const [, path = `content/${kind}/${id}`, line = "1", problem = String(error)] =
          /^(.+?):(\d+): ([\s\S]+)$/.exec((error as Error).message) ?? [];
        broken.push({ path, line: Number(line), problem });
      }
    }
  }
  return { subjects, broken };
}

function readSubject(kind: SubjectKind, id: string): Subject {
  const folder = `content/${kind}/${id}`;
  const [meta, frontmatter] = schemas[kind];
  loadTrio(folder, meta, frontmatter);
  const metaText = readFileSync(`${folder}/meta.yaml`, "utf8");
  return {
    kind,
    id,
    folder,
    metaText,
    meta: parse(metaText),
    zh: readFile(`${folder}/zh.mdx`, "zh"),
    en: readFile(`${folder}/en.mdx`, "en"),
  };
}

export function readFile(path: string, language: Language, text = readFileSync(path, "utf8")): ContentFile {
  const head = /^---\n([\s\S]*?)\n---\n/.exec(text);
  return {
    path,
    language,
    text,
    proseLines: blankOut(text, head?.[0].length ?? 0).split("\n"),
    frontmatter: parse(head?.[1] ?? "") ?? {},
  };
}

/** Stands for each character of an inline element or formula, which is neither prose nor a gap in it. */
export const inlineMark = "\u0001";

/** Replaces what is not prose, so that columns and lines stay where they are. */
function blankOut(text: string, from: number): string {
  const blank = (match: string) => match.replace(/[^\n]/g, " ");
  const mark = (match: string) => match.replace(/[^\n]/g, inlineMark);
  const body = text
    .slice(from)
    .replace(/```[\s\S]*?```/g, blank)
    .replace(/\$\$[\s\S]*?\$\$/g, blank)
    .replace(/(?<!\\)\$[^$\n]+?(?<!\\)\$/g, mark)
    .replace(/<[A-Z][\s\S]*?>/g, mark)
    .replace(/<\/[A-Z]\w*>/g, mark)
    .replace(/\]\([^)\s]*\)/g, (match) => `]${" ".repeat(match.length - 1)}`)
    .replace(/\s*\[#[\w-]+\]$/gm, blank)
    .replace(/\{\/\*[\s\S]*?\*\/\}/g, blank);
  return blank(text.slice(0, from)) + body;
}
