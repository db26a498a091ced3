/** What a type annotation allows. */

import type { SyntaxNode } from "@lezer/common";
import { children, dottedName, items } from "../python/tree";
import { enumMembers, evaluate, type Scope, type Value } from "../python/values";

export interface FieldType {
  readonly type: string;
  /** Only where there is more than one besides None. */
  readonly types?: readonly string[];
  readonly nullable: boolean;
  readonly choices: readonly Value[] | null;
  readonly enum?: string;
}

interface Alternative {
  readonly type: string;
  readonly choices: readonly Value[] | null;
  readonly enum?: string;
}

const plainTypes: Record<string, string> = {
  str: "str",
  int: "int",
  float: "float",
  bool: "bool",
  list: "list",
  List: "list",
  tuple: "list",
  Tuple: "list",
  dict: "dict",
  Dict: "dict",
};

export function readType(scope: Scope, annotation: SyntaxNode): FieldType {
  const found = [...alternatives(scope, annotation)];
  const values = found.filter((one) => one !== "none");
  const first = values[0] ?? { type: "object", choices: null };
  const types = [...new Set(values.map(({ type }) => type))];
  const choices = values.flatMap((one) => one.choices ?? []);
  return {
    type: first.type,
    ...(types.length > 1 && { types }),
    nullable: found.includes("none"),
    choices: choices.length > 0 ? choices : null,
    ...(first.enum !== undefined && { enum: first.enum }),
  };
}

function* alternatives(scope: Scope, node: SyntaxNode): Generator<Alternative | "none"> {
  const { file } = scope;
  const parts = children(node);
  if (node.name === "None") yield "none";
  else if (node.name === "BinaryExpression" && parts[1]?.name === "BitOp") {
    for (const side of [parts[0], parts[2]]) if (side) yield* alternatives(scope, side);
  } else if (node.name === "MemberExpression" && parts[1]?.name === "[" && parts[0]) {
    const container = dottedName(file, parts[0])?.split(".").at(-1) ?? "";
    const inner = items(node).slice(1);
    if (container === "Optional") yield "none";
    if (container === "Optional" || container === "Union") for (const one of inner) yield* alternatives(scope, one);
    else if (container === "Literal") yield literal(inner.map((one) => evaluate(scope, one) ?? null));
    else yield named(scope, container);
  } else if (node.name === "String") {
    // A forward reference such as "torch.dtype"; upstream uses none for a type that YAML can hold.
    yield { type: "object", choices: null };
  } else {
    yield named(scope, dottedName(file, node) ?? "");
  }
}

function literal(choices: readonly Value[]): Alternative {
  return { type: pythonTypeOf(choices[0] ?? null), choices };
}

function named(scope: Scope, name: string): Alternative {
  const plain = plainTypes[name];
  if (plain !== undefined) return { type: plain, choices: null };
  const members = enumMembers(scope, name);
  if (members === null || Object.keys(members).length === 0) return { type: "object", choices: null };
  return { ...literal(Object.values(members)), enum: name };
}

function pythonTypeOf(value: Value): string {
  if (typeof value === "string") return "str";
  if (typeof value === "boolean") return "bool";
  if (typeof value === "number") return Number.isInteger(value) ? "int" : "float";
  return "object";
}
