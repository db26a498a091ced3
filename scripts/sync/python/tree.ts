/** A parsed Python file, and the few questions that the generator asks of a syntax tree. */

import type { SyntaxNode } from "@lezer/common";
import { parser } from "@lezer/python";

export interface PythonFile {
  readonly path: string;
  readonly text: string;
  readonly root: SyntaxNode;
  /** Lines that the grammar could not read; facts taken from near them are doubtful. */
  readonly unreadableLines: readonly number[];
  lineOf(node: SyntaxNode): number;
  lastLineOf(node: SyntaxNode): number;
  textOf(node: SyntaxNode): string;
}

export function parsePython(path: string, text: string): PythonFile {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  const lineAt = (position: number): number => {
    let [low, high] = [0, starts.length - 1];
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] as number) <= position) low = middle;
      else high = middle - 1;
    }
    return low + 1;
  };

  const tree = parser.parse(text);
  const unreadableLines: number[] = [];
  tree.iterate({ enter: (node) => void (node.type.isError && unreadableLines.push(lineAt(node.from))) });
  return {
    path,
    text,
    root: tree.topNode,
    unreadableLines,
    lineOf: (node) => lineAt(node.from),
    lastLineOf: (node) => lineAt(Math.max(node.from, node.to - 1)),
    textOf: (node) => text.slice(node.from, node.to),
  };
}

export function children(node: SyntaxNode): SyntaxNode[] {
  const found: SyntaxNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) if (child.name !== "Comment") found.push(child);
  return found;
}

export function* descendants(node: SyntaxNode): Generator<SyntaxNode> {
  for (const child of children(node)) {
    yield child;
    yield* descendants(child);
  }
}

/** Statements of a class, function or file, with decorators, `if` and `try` opened: `if X: A = 1 else: A = 2` gives both. */
export function* statements(node: SyntaxNode): Generator<SyntaxNode> {
  for (const child of children(node)) {
    if (child.name === "DecoratedStatement") yield* statements(child);
    else if (child.name === "IfStatement" || child.name === "TryStatement") {
      for (const body of children(child)) if (body.name === "Body") yield* statements(body);
    } else yield child;
  }
}

export function bodyOf(definition: SyntaxNode): SyntaxNode | null {
  return definition.getChild("Body");
}

/** `field`, `os.getenv`, `self.split_arg`; null where the callee is itself computed. */
export function dottedName(file: PythonFile, node: SyntaxNode): string | null {
  if (node.name === "VariableName" || node.name === "self") return file.textOf(node);
  if (node.name !== "MemberExpression") return null;
  const [object, dot, property] = children(node);
  if (!object || dot?.name !== "." || !property) return null;
  const prefix = dottedName(file, object);
  return prefix === null ? null : `${prefix}.${file.textOf(property)}`;
}

export interface CallArguments {
  readonly positional: readonly SyntaxNode[];
  readonly keywords: ReadonlyMap<string, SyntaxNode>;
}

export function callArguments(file: PythonFile, call: SyntaxNode): CallArguments {
  const positional: SyntaxNode[] = [];
  const keywords = new Map<string, SyntaxNode>();
  const parts = children(call.getChild("ArgList") ?? call);
  for (let at = 0; at < parts.length; at++) {
    const part = parts[at] as SyntaxNode;
    if (part.name === "(" || part.name === ")" || part.name === ",") continue;
    const value = parts[at + 2];
    if (parts[at + 1]?.name === "AssignOp" && value) {
      keywords.set(file.textOf(part), value);
      at += 2;
    } else positional.push(part);
  }
  return { positional, keywords };
}

export function calleeOf(file: PythonFile, call: SyntaxNode): string | null {
  return call.firstChild ? dottedName(file, call.firstChild) : null;
}

/** What stands between brackets and commas: the items of a list, tuple, argument list or subscript. */
export function items(node: SyntaxNode): SyntaxNode[] {
  const marks = new Set(["(", ")", "[", "]", "{", "}", ",", ":"]);
  return children(node).filter(({ name }) => !marks.has(name));
}
