/** The fields of a dataclass and of the dataclasses it extends. */

import type { SyntaxNode } from "@lezer/common";
import { render } from "../python/render";
import { bodyOf, callArguments, calleeOf, children, items, type PythonFile, statements } from "../python/tree";
import { evaluate, type Scope, type Value } from "../python/values";
import { commaListNames } from "./comma-lists";
import { type FieldType, readType } from "./types";

export interface Place {
  readonly file: string;
  readonly line: number;
}

export interface Field extends FieldType, Place {
  readonly name: string;
  readonly dataclass: string;
  readonly required: boolean;
  readonly default: Value;
  /** Upstream's expression, where the default is made by code. */
  readonly defaultExpr?: string;
  readonly defaultFactory?: string;
  readonly init: boolean;
  readonly deprecated: boolean;
  readonly commaList: boolean;
  /** Parents that declare the same name and lose to this one. */
  readonly alsoDefinedIn: readonly (Place & { readonly dataclass: string })[];
}

export interface ClassSource {
  readonly name: string;
  readonly scope: Scope;
  readonly node: SyntaxNode;
}

/** Own fields first, then those of the parents from left to right: the order in which Python looks a name up. */
export function readFields(root: ClassSource): Field[] {
  const lineage = lineageOf(root);
  const commaLists = new Set(lineage.flatMap(({ scope, node }) => [...commaListNames(scope.file, node)]));
  const byName = new Map<string, Field>();
  for (const declaring of lineage) {
    for (const field of ownFields(declaring, commaLists)) {
      const winner = byName.get(field.name);
      const { dataclass, file, line } = field;
      byName.set(
        field.name,
        winner ? { ...winner, alsoDefinedIn: [...winner.alsoDefinedIn, { dataclass, file, line }] } : field,
      );
    }
  }
  return [...byName.values()];
}

/** Upstream's hierarchies are trees, so depth first is Python's own order. */
function lineageOf(source: ClassSource): ClassSource[] {
  const { scope, node } = source;
  const bases = node.getChild("ArgList");
  const parents = (bases ? items(bases) : []).flatMap((base) => findClass(scope, scope.file.textOf(base)) ?? []);
  const all = [source, ...parents.flatMap(lineageOf)];
  return all.filter((one, at) => all.findIndex(({ node: other }) => other === one.node) === at);
}

/** Null for a class of another package, whose fields are not this project's. */
export function findClass(scope: Scope, name: string): ClassSource | null {
  const definition = scope.project.resolve(scope.file, name);
  if (definition?.kind === "class") return { name, scope: { ...scope, file: definition.file }, node: definition.node };
  if (definition?.kind === "value" && definition.node.name === "VariableName")
    return findClass({ ...scope, file: definition.file }, definition.file.textOf(definition.node));
  return null;
}

function* ownFields({ name: dataclass, scope, node }: ClassSource, commaLists: ReadonlySet<string>): Generator<Field> {
  const { file } = scope;
  const body = bodyOf(node);
  for (const statement of body ? statements(body) : []) {
    const [target, typeDef, , value] = children(statement);
    const annotation = typeDef?.name === "TypeDef" ? items(typeDef)[0] : undefined;
    if (statement.name !== "AssignStatement" || target?.name !== "VariableName" || !annotation) continue;
    const name = file.textOf(target);
    const type = readType(scope, annotation);
    if (file.textOf(annotation).startsWith("ClassVar")) continue;
    yield {
      name,
      dataclass,
      ...type,
      ...readDefault(scope, value),
      commaList: commaLists.has(name),
      file: file.path,
      line: file.lineOf(statement),
      alsoDefinedIn: [],
    };
  }
}

type DefaultFacts = Pick<Field, "required" | "default" | "defaultExpr" | "defaultFactory" | "init" | "deprecated">;

function readDefault(scope: Scope, value: SyntaxNode | undefined): DefaultFacts {
  const { file } = scope;
  const plain = { init: true, deprecated: false };
  if (value === undefined) return { ...plain, required: true, default: null };
  if (value.name !== "CallExpression" || calleeOf(file, value)?.split(".").at(-1) !== "field")
    return { ...plain, required: false, ...evaluatedDefault(scope, value) };

  const { keywords } = callArguments(file, value);
  const init = keywords.get("init");
  const isInit = init === undefined || file.textOf(init) !== "False";
  const common = { init: isInit, deprecated: helpOf(scope, keywords).toLowerCase().includes("deprecated") };
  const given = keywords.get("default");
  const factory = keywords.get("default_factory");
  if (given) return { ...common, required: false, ...evaluatedDefault(scope, given) };
  if (factory) return { ...common, required: false, ...factoryDefault(scope, factory) };
  return { ...common, required: isInit, default: null };
}

function evaluatedDefault(scope: Scope, node: SyntaxNode): Pick<Field, "default" | "defaultExpr"> {
  const value = evaluate(scope, node);
  return value === undefined ? { default: null, defaultExpr: render(scope.file, node) } : { default: value };
}

function factoryDefault(scope: Scope, node: SyntaxNode): Pick<Field, "default" | "defaultFactory"> {
  const body = node.name === "LambdaExpression" ? node.lastChild : null;
  const empty: Record<string, Value> = { list: [], dict: {} };
  const value = body ? evaluate(scope, body) : empty[scope.file.textOf(node)];
  return { default: value ?? null, defaultFactory: render(scope.file, node) };
}

function helpOf(scope: Scope, keywords: ReadonlyMap<string, SyntaxNode>): string {
  const metadata = keywords.get("metadata");
  const parts = metadata ? items(metadata) : [];
  const at = parts.findIndex((part) => evaluate(scope, part) === "help");
  const help = parts[at + 1];
  const value = at >= 0 && help ? evaluate(scope, help) : undefined;
  return typeof value === "string" ? value : "";
}

export function unreadableIn(file: PythonFile): string[] {
  return file.unreadableLines.map((line) => `${file.path}:${line}`);
}
