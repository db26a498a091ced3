/** Statements that refuse, warn or ask for a package, with what guards them. */

import type { SyntaxNode } from "@lezer/common";
import { render } from "../python/render";
import { decodeString } from "../python/strings";
import { calleeOf, children, descendants, type PythonFile } from "../python/tree";
import type { Place } from "./fields";

export type SiteKind = "raise" | "assert" | "warning" | "dependency";

export interface Statement extends Place {
  readonly lastLine: number;
  /** In one spelling, so that a new line break is no change. */
  readonly text: string;
  /** Enclosing function or method. */
  readonly owner: string;
  /** Conditions that must hold for the statement to be reached, outermost first. */
  readonly guards: readonly string[];
  /** What the statement says to the reader; inserted values are `{}`. */
  readonly message: string | null;
}

export interface Site extends Statement {
  readonly kind: SiteKind;
}

export function* statementsOf(file: PythonFile): Generator<Statement & { readonly kind: SiteKind | null }> {
  for (const node of descendants(file.root)) {
    if (!isStatement(node)) continue;
    const header = headerOf(node);
    yield {
      file: file.path,
      line: file.lineOf(node),
      lastLine: file.lastLineOf(header.at(-1) ?? node),
      text: render(file, ...header),
      ...surroundingsOf(file, node),
      message: messageOf(file, header),
      kind: kindOf(file, node),
    };
  }
}

export function sitesOf(file: PythonFile): Site[] {
  return [...statementsOf(file)].filter((one): one is Site => one.kind !== null);
}

function isStatement({ name, parent }: SyntaxNode): boolean {
  const isInBlock = parent?.name === "Body" || parent?.name === "Script";
  return (isInBlock && name !== ":") || name === "elif";
}

/** A compound statement without its body; for `elif` the keyword and its condition. */
function headerOf(node: SyntaxNode): SyntaxNode[] {
  if (node.name === "elif") return node.nextSibling ? [node, node.nextSibling] : [node];
  const parts = children(node);
  const body = parts.findIndex(({ name }) => name === "Body");
  return body < 0 ? [node] : parts.slice(0, body);
}

function kindOf(file: PythonFile, node: SyntaxNode): SiteKind | null {
  if (node.name === "RaiseStatement") return "raise";
  if (node.name === "AssertStatement") return "assert";
  const call = node.name === "ExpressionStatement" ? node.firstChild : null;
  const callee = (call?.name === "CallExpression" && calleeOf(file, call)) || "";
  const last = callee.split(".").at(-1) ?? "";
  if (callee.startsWith("logger.warning") || callee === "warnings.warn") return "warning";
  return ["check_version", "require_version"].includes(last) ? "dependency" : null;
}

function surroundingsOf(file: PythonFile, node: SyntaxNode): Pick<Statement, "owner" | "guards"> {
  const guards: string[] = [];
  let owner = "";
  let inner = node;
  for (let outer = node.parent; outer; inner = outer, outer = outer.parent) {
    if (outer.name === "IfStatement" && owner === "") guards.unshift(...conditionsBefore(file, outer, inner));
    if (outer.name === "FunctionDefinition" || outer.name === "ClassDefinition") {
      const name = outer.getChild("VariableName");
      if (name) owner = owner === "" ? file.textOf(name) : `${file.textOf(name)}.${owner}`;
    }
  }
  return { owner, guards };
}

/** The condition of the branch that holds the statement, after the negated ones of the branches before it. */
function conditionsBefore(file: PythonFile, branches: SyntaxNode, body: SyntaxNode): string[] {
  const conditions: string[] = [];
  let condition: string | null = null;
  for (const part of children(branches)) {
    if (part.from === body.from && part.to === body.to) break;
    if (part.name === "Body") {
      if (condition !== null) conditions.push(`not (${condition})`);
      condition = null;
    } else if (!["if", "elif", "else"].includes(part.name)) condition = render(file, withoutBrackets(part));
  }
  return condition === null ? conditions : [...conditions, condition];
}

/** Brackets around a whole condition only serve a line break. */
function withoutBrackets(node: SyntaxNode): SyntaxNode {
  const inner = children(node)[1];
  return node.name === "ParenthesizedExpression" && inner ? withoutBrackets(inner) : node;
}

/** The longest text in the statement: of `raise ValueError("…")` the message, of a warning what it says. */
function messageOf(file: PythonFile, nodes: readonly SyntaxNode[]): string | null {
  const texts = nodes.flatMap((node) => [...stringsIn(file, node)]);
  return texts.sort((a, b) => b.length - a.length)[0] ?? null;
}

function* stringsIn(file: PythonFile, node: SyntaxNode): Generator<string> {
  if (["String", "FormatString", "ContinuedString"].includes(node.name)) yield stringText(file, node);
  else for (const child of children(node)) yield* stringsIn(file, child);
}

function stringText(file: PythonFile, node: SyntaxNode): string {
  if (node.name === "ContinuedString")
    return children(node)
      .map((part) => stringText(file, part))
      .join("");
  if (node.name === "String") return decodeString(file.textOf(node)) ?? "";
  let text = "";
  let at = node.from;
  for (const part of children(node)) {
    if (part.name !== "FormatReplacement") continue;
    text += `${file.text.slice(at, part.from)}{}`;
    at = part.to;
  }
  return decodeString(text + file.text.slice(at, node.to)) ?? "";
}
