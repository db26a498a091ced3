/** One folder per subject: meta.yaml, zh.mdx, en.mdx → a checked trio. A fault names file and line and fails the build. */

import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { isMap, isScalar, LineCounter, parseDocument } from "yaml";
import type * as z from "zod";
import type { Bilingual } from "@/lib/i18n/languages";
import { once, oncePerKey } from "@/lib/once";
import {
  type ArticleFrontmatter,
  articleFrontmatter,
  type ParameterFrontmatter,
  type ParameterMeta,
  parameterFrontmatter,
  parameterMeta,
  type QuestionMeta,
  questionMeta,
  type ReleaseMeta,
  releaseMeta,
  type TopicMeta,
  topicMeta,
} from "./schema";
import { topicIds } from "./vocabulary";

export interface Prose<Frontmatter> {
  /** Path from the project's root. */
  readonly file: string;
  readonly frontmatter: Frontmatter;
  readonly body: string;
  /** Line of the file on which the body begins, to report faults where the author sees them. */
  readonly bodyLine: number;
}

export interface Trio<Meta, Frontmatter> {
  readonly id: string;
  readonly folder: string;
  readonly meta: Meta;
  readonly prose: Bilingual<Prose<Frontmatter>>;
}

export type ParameterExplanation = Trio<ParameterMeta, ParameterFrontmatter>;
export type Topic = Trio<TopicMeta, ArticleFrontmatter>;
export type ReleaseRemark = Trio<ReleaseMeta, ArticleFrontmatter>;
export type Question = Trio<QuestionMeta, ArticleFrontmatter>;

/** A fault in a content file, told as `file:line: what is wrong and what would be right`. */
export class ContentError extends Error {
  constructor(file: string, line: number, problem: string) {
    super(`${file}:${line}: ${problem}`);
    this.name = "ContentError";
  }
}

export const loadParameterExplanation = oncePerKey((name) =>
  loadTrioIfWritten(`content/parameters/${name}`, parameterMeta, parameterFrontmatter),
);

export const loadEnvironmentExplanation = oncePerKey((name) =>
  loadTrioIfWritten(`content/environment/${name}`, parameterMeta, parameterFrontmatter),
);

/** Null for a release about which there is nothing to say beyond its facts. */
export const loadReleaseRemark = oncePerKey((tag) =>
  loadTrioIfWritten(`content/releases/${tag}`, releaseMeta, articleFrontmatter),
);

/** In the order of the vocabulary; chapters that are no tag (misconceptions) come last. */
export const loadTopics = once(() => {
  const rank = (id: string) => {
    const index = (topicIds as readonly string[]).indexOf(id);
    return index < 0 ? topicIds.length : index;
  };
  return loadFolder("content/topics", topicMeta, articleFrontmatter).sort((a, b) => rank(a.id) - rank(b.id));
});

export const loadQuestions = once(() => loadFolder("content/questions", questionMeta, articleFrontmatter));

function loadFolder<Meta extends z.ZodType, Frontmatter extends z.ZodType>(
  folder: string,
  meta: Meta,
  frontmatter: Frontmatter,
): Trio<z.infer<Meta>, z.infer<Frontmatter>>[] {
  return listFolders(folder).map((id) => loadTrio(`${folder}/${id}`, meta, frontmatter));
}

export function listFolders(folder: string): string[] {
  const root = path.join(process.cwd(), folder);
  if (!existsSync(root)) return [];
  return readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

function loadTrioIfWritten<Meta extends z.ZodType, Frontmatter extends z.ZodType>(
  folder: string,
  meta: Meta,
  frontmatter: Frontmatter,
): Trio<z.infer<Meta>, z.infer<Frontmatter>> | null {
  return existsSync(path.join(process.cwd(), folder)) ? loadTrio(folder, meta, frontmatter) : null;
}

export function loadTrio<Meta extends z.ZodType, Frontmatter extends z.ZodType>(
  folder: string,
  meta: Meta,
  frontmatter: Frontmatter,
): Trio<z.infer<Meta>, z.infer<Frontmatter>> {
  const metaFile = `${folder}/meta.yaml`;
  return {
    id: path.basename(folder),
    folder,
    meta: parseYaml(metaFile, readContent(metaFile), 1, meta),
    prose: {
      zh: loadProse(`${folder}/zh.mdx`, frontmatter),
      en: loadProse(`${folder}/en.mdx`, frontmatter),
    },
  };
}

function loadProse<Frontmatter extends z.ZodType>(file: string, schema: Frontmatter): Prose<z.infer<Frontmatter>> {
  const text = readContent(file);
  const match = /^---\n([\s\S]*?)\n---\n/.exec(text);
  if (!match) throw new ContentError(file, 1, "begin the file with frontmatter between two lines of ---");
  const body = text.slice(match[0].length);
  return {
    file,
    frontmatter: parseYaml(file, match[1] ?? "", 2, schema),
    body,
    bodyLine: match[0].split("\n").length,
  };
}

function readContent(file: string): string {
  const absolute = path.join(process.cwd(), file);
  if (!existsSync(absolute)) throw new ContentError(file, 1, "this file is missing; zh, en and meta belong together");
  return readFileSync(absolute, "utf8");
}

/** Parses and checks YAML; every complaint points at the line of the key it is about. */
function parseYaml<Schema extends z.ZodType>(
  file: string,
  text: string,
  firstLine: number,
  schema: Schema,
): z.infer<Schema> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const broken = document.errors[0];
  if (broken) throw new ContentError(file, lines.linePos(broken.pos[0]).line + firstLine - 1, broken.message);

  const parsed = schema.safeParse(document.toJS());
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0] as z.core.$ZodIssue;
  const pair = isMap(document.contents)
    ? document.contents.items.find((item) => isScalar(item.key) && item.key.value === issue.path[0])
    : undefined;
  const offset = isScalar(pair?.key) ? (pair.key.range?.[0] ?? 0) : 0;
  const line = lines.linePos(offset).line + firstLine - 1;
  throw new ContentError(file, line, `${issue.path.join(".") || "(top level)"}: ${issue.message}`);
}
