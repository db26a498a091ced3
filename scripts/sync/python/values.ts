/** Values that can be read off the syntax tree without running it. */

import type { SyntaxNode } from "@lezer/common";
import type { PythonProject } from "./modules";
import { decodeString } from "./strings";
import { bodyOf, children, dottedName, items, type PythonFile, statements } from "./tree";

export type Value = string | number | boolean | null | Value[] | { [key: string]: Value };

export interface Scope {
  readonly project: PythonProject;
  readonly file: PythonFile;
  /** Enumerations of other packages, by name: member → value. */
  readonly externalEnums: Readonly<Record<string, Readonly<Record<string, string>>>>;
}

/** `undefined` where the value depends on the machine or on code that would have to run. */
export function evaluate(scope: Scope, node: SyntaxNode): Value | undefined {
  const { file } = scope;
  switch (node.name) {
    case "None":
      return null;
    case "Boolean":
      return file.textOf(node) === "True";
    case "Number":
      return toNumber(file.textOf(node));
    case "String":
      return decodeString(file.textOf(node)) ?? undefined;
    case "ContinuedString":
      return joinStrings(items(node).map((part) => evaluate(scope, part)));
    case "ParenthesizedExpression":
      return evaluateOnly(scope, items(node));
    case "UnaryExpression":
      return negate(scope, node);
    case "BinaryExpression":
      return calculate(scope, node);
    case "ArrayExpression":
    case "TupleExpression":
    case "SetExpression":
      return evaluateAll(scope, items(node));
    case "DictionaryExpression":
      return evaluateDictionary(scope, items(node));
    case "VariableName":
    case "MemberExpression":
      return evaluateName(scope, node);
    default:
      return undefined;
  }
}

/** Members of an enumeration in their order, or null if the name is none. */
export function enumMembers(scope: Scope, name: string): Record<string, Value> | null {
  const definition = scope.project.resolve(scope.file, name);
  if (definition?.kind === "external") return { ...scope.externalEnums[definition.name] };
  if (definition?.kind !== "class" || !isEnum(definition.file, definition.node)) return null;
  const body = bodyOf(definition.node);
  const inside = { ...scope, file: definition.file };
  const members: Record<string, Value> = {};
  for (const statement of body ? statements(body) : []) {
    const [target, operator, value] = children(statement);
    if (statement.name !== "AssignStatement" || operator?.name !== "AssignOp" || !target || !value) continue;
    members[definition.file.textOf(target)] = evaluate(inside, value) ?? null;
  }
  return members;
}

function isEnum(file: PythonFile, definition: SyntaxNode): boolean {
  const bases = definition.getChild("ArgList");
  const names = bases ? items(bases).map((base) => dottedName(file, base)?.split(".").at(-1) ?? "") : [];
  return names.some((name) => name.endsWith("Enum"));
}

function evaluateName(scope: Scope, node: SyntaxNode): Value | undefined {
  const dotted = dottedName(scope.file, node);
  if (dotted === null) return undefined;
  const [first = "", member] = dotted.split(".");
  if (member !== undefined) return enumMembers(scope, first)?.[member];
  const definition = scope.project.resolve(scope.file, first);
  if (definition?.kind !== "value") return undefined;
  return evaluate({ ...scope, file: definition.file }, definition.node);
}

function toNumber(text: string): number | undefined {
  const plain = text.replaceAll("_", "");
  return Number.isNaN(Number(plain)) ? undefined : Number(plain);
}

function joinStrings(parts: readonly (Value | undefined)[]): string | undefined {
  return parts.every((part) => typeof part === "string") ? parts.join("") : undefined;
}

function evaluateOnly(scope: Scope, nodes: readonly SyntaxNode[]): Value | undefined {
  return nodes.length === 1 && nodes[0] ? evaluate(scope, nodes[0]) : undefined;
}

function negate(scope: Scope, node: SyntaxNode): number | undefined {
  const [operator, operand] = children(node);
  const value = operand && evaluate(scope, operand);
  if (typeof value !== "number" || !operator) return undefined;
  return scope.file.textOf(operator) === "-" ? -value : scope.file.textOf(operator) === "+" ? value : undefined;
}

function calculate(scope: Scope, node: SyntaxNode): Value | undefined {
  const [left, operator, right] = children(node);
  if (!left || !operator || !right) return undefined;
  const [a, b] = [evaluate(scope, left), evaluate(scope, right)];
  const sign = scope.file.textOf(operator);
  if (typeof a === "string" && typeof b === "string" && sign === "+") return a + b;
  if (typeof a !== "number" || typeof b !== "number") return undefined;
  switch (sign) {
    case "+":
      return a + b;
    case "-":
      return a - b;
    case "*":
      return a * b;
    case "/":
      return a / b;
    case "//":
      return Math.floor(a / b);
    case "**":
      return a ** b;
    default:
      return undefined;
  }
}

function evaluateAll(scope: Scope, nodes: readonly SyntaxNode[]): Value[] | undefined {
  const values = nodes.map((node) => evaluate(scope, node));
  return values.every((value) => value !== undefined) ? (values as Value[]) : undefined;
}

function evaluateDictionary(scope: Scope, nodes: readonly SyntaxNode[]): Value | undefined {
  const values = evaluateAll(scope, nodes);
  if (values === undefined || values.length % 2 === 1) return undefined;
  const entries: [string, Value][] = [];
  for (let at = 0; at < values.length; at += 2) entries.push([String(values[at]), values[at + 1] as Value]);
  return Object.fromEntries(entries);
}
