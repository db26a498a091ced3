/** Places where the program reads an environment variable. */

import type { SyntaxNode } from "@lezer/common";
import { callArguments, calleeOf, children, descendants, dottedName } from "../python/tree";
import { evaluate, type Scope, type Value } from "../python/values";
import type { Place } from "./fields";

export interface EnvironmentRead extends Place {
  readonly name: string;
  /** `flag`: only on or off; `value`: what it says matters. */
  readonly kind: "flag" | "value";
  /** Null where there is none, or where code computes it. */
  readonly default: Value;
}

export function* environmentReads(scope: Scope): Generator<EnvironmentRead> {
  for (const node of descendants(scope.file.root)) {
    const read = callRead(scope, node) ?? subscriptRead(scope, node) ?? membershipRead(scope, node);
    const name = read && evaluate(scope, read.name);
    if (!read || typeof name !== "string") continue;
    const fallback = read.fallback && evaluate(scope, read.fallback);
    yield { name, kind: read.kind, default: fallback ?? null, file: scope.file.path, line: scope.file.lineOf(node) };
  }
}

interface Read {
  readonly kind: "flag" | "value";
  readonly name: SyntaxNode;
  readonly fallback?: SyntaxNode | undefined;
}

function callRead({ file }: Scope, node: SyntaxNode): Read | null {
  if (node.name !== "CallExpression") return null;
  const callee = calleeOf(file, node) ?? "";
  const isFlag = callee.split(".").at(-1) === "is_env_enabled";
  if (!isFlag && !["os.getenv", "getenv", "os.environ.get", "environ.get"].includes(callee)) return null;
  const { positional, keywords } = callArguments(file, node);
  const [name, fallback = keywords.get("default")] = positional;
  return name ? { kind: isFlag ? "flag" : "value", name, fallback } : null;
}

/** `os.environ["X"]`, unless it is being set or deleted. */
function subscriptRead({ file }: Scope, node: SyntaxNode): Read | null {
  const [object, bracket, name] = children(node);
  if (node.name !== "MemberExpression" || bracket?.name !== "[" || !object || !name) return null;
  if (!isEnvironment(dottedName(file, object))) return null;
  const { parent } = node;
  const isTarget = parent?.name === "AssignStatement" && parent.firstChild?.from === node.from;
  return isTarget || parent?.name === "DeleteStatement" ? null : { kind: "value", name };
}

/** `"X" in os.environ`. */
function membershipRead({ file }: Scope, node: SyntaxNode): Read | null {
  if (node.name !== "BinaryExpression") return null;
  const parts = children(node);
  const [name, last] = [parts[0], parts.at(-1)];
  const isMembership = parts.some((part) => part.name === "in") && last && isEnvironment(dottedName(file, last));
  return isMembership && name ? { kind: "flag", name } : null;
}

function isEnvironment(name: string | null): boolean {
  return name === "os.environ" || name === "environ";
}
