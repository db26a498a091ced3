/** Do the rules in content/facts/rules.json still say what upstream does? */

import * as z from "zod";
import { type Site, type Statement, sitesOf, statementsOf } from "../extract/sites";
import { PythonProject } from "../python/modules";
import type { SourceTree } from "../source/source-tree";

export const rulesFile = z.object({
  release: z.string(),
  rules: z.array(
    z.object({
      id: z.string(),
      origin: z.string(),
      file: z.string(),
      line: z.number().nullable(),
      upstreamMessage: z.string().optional(),
      alsoAt: z.array(z.object({ file: z.string(), line: z.number() })).optional(),
    }),
  ),
});
export type Rule = z.infer<typeof rulesFile>["rules"][number];

export interface RuleFinding {
  readonly id: string;
  /** `moved`: same statement, same condition, another line. All others need a second look at the rule. */
  readonly kind: "moved" | "condition" | "wording" | "gone";
  readonly problem: string;
}

export interface RuleReport {
  readonly findings: readonly RuleFinding[];
  /** Statements of hparams that refuse or warn, and that no rule mirrors. */
  readonly uncovered: readonly Site[];
}

const hparamsFolder = "src/llamafactory/hparams/";

/** @param before the release whose lines the rules name; @param after the version to compare with it */
export function checkRules(rules: readonly Rule[], before: SourceTree, after: SourceTree): RuleReport {
  const old = statementIndex(before);
  const current = statementIndex(after);
  const findings: RuleFinding[] = [];
  const covered = new Set<string>();
  for (const rule of rules) {
    if (rule.origin !== "llamafactory" || rule.line === null) continue;
    const places = [{ file: rule.file, line: rule.line }, ...(rule.alsoAt ?? [])];
    for (const [at, { file, line }] of places.entries()) {
      const statement = statementAt(old(file), line);
      const found = statement && sameStatement(statement, current(file));
      if (found) covered.add(`${file}:${found.line}`).add(spotOf(found));
      const message = at === 0 ? rule.upstreamMessage : undefined;
      const finding = compare({ file, line, message }, statement, found ?? null);
      if (finding) findings.push({ id: rule.id, ...finding });
    }
  }
  const project = new PythonProject(after, ["src"]);
  const sites = after.list().flatMap((path) => {
    const file = path.startsWith(hparamsFolder) && path.endsWith(".py") ? project.file(path) : null;
    return file ? sitesOf(file) : [];
  });
  const isCovered = (site: Site) =>
    covered.has(`${site.file}:${site.line}`) || (site.kind === "dependency" && covered.has(spotOf(site)));
  return { findings, uncovered: sites.filter((site) => !isReraise(site) && !isCovered(site)) };
}

/** Packages that the same condition asks for are one rule. */
function spotOf({ file, owner, guards }: Statement): string {
  return [file, owner, ...guards].join("|");
}

function compare(
  { file, line, message }: { file: string; line: number; message: string | undefined },
  statement: Statement | null,
  found: Statement | null,
): Omit<RuleFinding, "id"> | null {
  if (statement === null) return { kind: "gone", problem: `${file}:${line} holds no statement` };
  if (message !== undefined && !isSameMessage(message, statement.message ?? ""))
    return { kind: "wording", problem: `${file}:${line} says “${statement.message}”, the rule “${message}”` };
  if (found === null)
    return { kind: "gone", problem: `${file}: “${shorten(statement.text)}” of ${statement.owner} is gone or reworded` };
  const [was, is] = [onlyIn(statement, found), onlyIn(found, statement)];
  if (was !== is)
    return {
      kind: "condition",
      problem: `${file}:${found.line}: condition was “${was || "none"}”, is “${is || "none"}”`,
    };
  return found.line === statement.line
    ? null
    : { kind: "moved", problem: `${file}:${line} → ${line + found.line - statement.line}` };
}

/** The conditions that one has and the other lacks: the rest is the same and only hides them. */
function onlyIn({ guards }: Statement, other: Statement): string {
  return guards.filter((guard) => !other.guards.includes(guard)).join(" and ");
}

function statementIndex(tree: SourceTree): (path: string) => readonly Statement[] {
  const project = new PythonProject(tree, ["src"]);
  const known = new Map<string, readonly Statement[]>();
  return (path) => {
    const file = project.file(path);
    const all = known.get(path) ?? (file ? [...statementsOf(file)] : []);
    known.set(path, all);
    return all;
  };
}

/** The innermost: outer statements come first in the list. */
function statementAt(all: readonly Statement[], line: number): Statement | null {
  return all.findLast((one) => one.line <= line && line <= one.lastLine) ?? null;
}

/** Of equal statements the one with the same condition, then the one in the same function, then the nearest. */
function sameStatement(wanted: Statement, all: readonly Statement[]): Statement | null {
  const distance = (one: Statement) =>
    (one.guards.join() === wanted.guards.join() ? 0 : 2e6) +
    (one.owner === wanted.owner ? 0 : 1e6) +
    Math.abs(one.line - wanted.line);
  const equal = all.filter(({ text }) => text === wanted.text);
  return [...equal].sort((a, b) => distance(a) - distance(b))[0] ?? null;
}

/** `{value}` in one of them may stand for any text of the other; a rule may quote the beginning only. */
export function isSameMessage(ruleMessage: string, siteMessage: string): boolean {
  const rule = literalParts(ruleMessage);
  const site = literalParts(siteMessage);
  return occurInOrder(rule, siteMessage) || occurInOrder(site, ruleMessage);
}

function literalParts(message: string): string[] {
  return message
    .split("{")
    .flatMap((part, at) => (at === 0 ? part : part.slice(part.indexOf("}") + 1)))
    .filter((part) => part.trim() !== "");
}

function occurInOrder(parts: readonly string[], text: string): boolean {
  let at = 0;
  for (const part of parts) {
    const found = text.indexOf(part, at);
    if (found < 0) return false;
    at = found + part.length;
  }
  return parts.length > 0;
}

/** A bare `raise` passes on what another statement has said. */
function isReraise({ text }: Site): boolean {
  return text === "raise";
}

function shorten(text: string): string {
  return text.length > 90 ? `${text.slice(0, 90)}…` : text;
}
