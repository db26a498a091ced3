/** Which fields a dataclass splits at commas when it is made: strings that one writes as a list. */

import type { SyntaxNode } from "@lezer/common";
import { decodeString } from "../python/strings";
import { bodyOf, callArguments, calleeOf, children, descendants, type PythonFile, statements } from "../python/tree";

export function commaListNames(file: PythonFile, dataclass: SyntaxNode): Set<string> {
  const names = new Set<string>();
  const body = bodyOf(dataclass);
  for (const statement of body ? statements(body) : []) {
    const name = statement.getChild("VariableName");
    if (statement.name !== "FunctionDefinition" || !name || file.textOf(name) !== "__post_init__") continue;
    const inner = [...descendants(statement)];
    const splitters = new Set(
      inner.filter(({ name: kind }) => kind === "FunctionDefinition").flatMap((one) => splitterName(file, one)),
    );
    for (const assignment of inner.filter(({ name: kind }) => kind === "AssignStatement")) {
      const field = selfField(file, assignment.firstChild);
      const value = children(assignment).at(-1);
      if (field !== null && value && splits(file, value, field, splitters)) names.add(field);
    }
  }
  return names;
}

/** `self.x` → `x`. */
function selfField(file: PythonFile, node: SyntaxNode | null): string | null {
  const text = node?.name === "MemberExpression" ? file.textOf(node) : "";
  return text.startsWith("self.") ? text.slice("self.".length) : null;
}

/** A helper inside `__post_init__` that splits what it is given. */
function splitterName(file: PythonFile, definition: SyntaxNode): string[] {
  const name = definition.getChild("VariableName");
  const isSplitter = [...descendants(definition)].some((node) => isCommaSplit(file, node));
  return name && isSplitter ? [file.textOf(name)] : [];
}

function splits(file: PythonFile, value: SyntaxNode, field: string, splitters: ReadonlySet<string>): boolean {
  return [value, ...descendants(value)].some((node) => {
    if (node.name !== "CallExpression") return false;
    const callee = calleeOf(file, node) ?? "";
    if (callee === `self.${field}.split`) return isCommaSplit(file, node);
    const [first] = callArguments(file, node).positional;
    return splitters.has(callee) && first !== undefined && selfField(file, first) === field;
  });
}

function isCommaSplit(file: PythonFile, node: SyntaxNode): boolean {
  if (node.name !== "CallExpression" || calleeOf(file, node)?.split(".").at(-1) !== "split") return false;
  const [separator] = callArguments(file, node).positional;
  return separator !== undefined && decodeString(file.textOf(separator)) === ",";
}
