/** The dataclasses that the commands' parsers read, and which command reads which. */

import type { SyntaxNode } from "@lezer/common";
import type { PythonProject } from "../python/modules";
import {
  bodyOf,
  callArguments,
  calleeOf,
  children,
  descendants,
  items,
  type PythonFile,
  statements,
} from "../python/tree";
import type { Scope } from "../python/values";
import { type ClassSource, findClass } from "./fields";

export const commands = ["train", "infer", "eval"] as const;
export type Command = (typeof commands)[number];

export interface Root extends ClassSource {
  readonly usedIn: readonly Command[];
}

/** The files that make `HfArgumentParser`s; they have moved three times since the first release. */
export function findParsers(project: PythonProject, isCandidate: (path: string) => boolean): PythonFile[] {
  const files = project.tree.list().flatMap((path) => (isCandidate(path) ? (project.file(path) ?? []) : []));
  return files.filter((file) => [...descendants(file.root)].some((node) => isParserCall(file, node)));
}

/** @param commandsOf what the name of a list or function says about its command; null for a list of something else */
export function findRoots(scopes: readonly Scope[], commandsOf: (owner: string) => readonly Command[] | null): Root[] {
  const sources = new Map<string, ClassSource>();
  const usage = new Map<string, Set<Command>>();
  for (const scope of scopes) {
    for (const [owner, list] of classLists(scope.file)) {
      const named = commandsOf(owner);
      for (const node of named ? items(list) : []) {
        const name = scope.file.textOf(node);
        const source = sources.get(name) ?? findClass(scope, name);
        if (source) sources.set(name, source);
        usage.set(name, new Set([...(usage.get(name) ?? []), ...(named ?? [])]));
      }
    }
  }
  return [...sources].map(([name, source]) => ({
    ...source,
    usedIn: commands.filter((command) => usage.get(name)?.has(command)),
  }));
}

/** `_TRAIN_ARGS`, `get_infer_args`: the name of a parser's list says whose it is. */
export function commandsByName(owner: string): Command[] | null {
  const found = commands.filter((command) => owner.toLowerCase().includes(command));
  return found.length > 0 ? found : null;
}

/** `_TRAIN_ARGS = [A, B]`, or in old releases `HfArgumentParser((A, B))` inside `get_train_args`. */
function* classLists(file: PythonFile): Generator<[owner: string, list: SyntaxNode]> {
  for (const statement of statements(file.root)) {
    const [target] = children(statement);
    const value = children(statement).at(-1);
    if (statement.name === "AssignStatement" && target && value?.name === "ArrayExpression")
      yield [file.textOf(target), value];
    if (statement.name !== "FunctionDefinition") continue;
    const name = statement.getChild("VariableName");
    const body = bodyOf(statement);
    for (const call of body ? descendants(body) : []) {
      const [list] = isParserCall(file, call) ? callArguments(file, call).positional : [];
      if (name && (list?.name === "TupleExpression" || list?.name === "ArrayExpression"))
        yield [file.textOf(name), list];
    }
  }
}

function isParserCall(file: PythonFile, node: SyntaxNode): boolean {
  return node.name === "CallExpression" && calleeOf(file, node) === "HfArgumentParser";
}
