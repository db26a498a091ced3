/** Follows names through the imports of one version of a Python project. */

import path from "node:path";
import type { SyntaxNode } from "@lezer/common";
import type { SourceTree } from "../source/source-tree";
import { children, type PythonFile, parsePython, statements } from "./tree";

export type Definition =
  | { kind: "class"; file: PythonFile; node: SyntaxNode }
  | { kind: "value"; file: PythonFile; node: SyntaxNode }
  /** Defined in a package outside the project. */
  | { kind: "external"; module: string; name: string };

/** The same file stands in many releases; parsing it once makes a run over all tags quick. */
const parsed = new Map<string, PythonFile>();

export class PythonProject {
  private readonly tables = new Map<string, ReadonlyMap<string, Binding>>();

  /** @param sourceRoots folders that absolute imports start from, such as `src` */
  constructor(
    readonly tree: SourceTree,
    private readonly sourceRoots: readonly string[],
  ) {}

  file(filePath: string): PythonFile | null {
    const text = this.tree.read(filePath);
    if (text === null) return null;
    const key = `${filePath}\n${text}`;
    const file = parsed.get(key) ?? parsePython(filePath, text);
    parsed.set(key, file);
    return file;
  }

  /** Null for a name that the file neither defines nor imports, such as a built-in. */
  resolve(file: PythonFile, name: string, seen: ReadonlySet<string> = new Set()): Definition | null {
    const key = `${file.path}:${name}`;
    const binding = this.bindings(file).get(name);
    if (binding === undefined || seen.has(key)) return null;
    if (binding.kind !== "import") return { ...binding, file };
    const target = this.moduleFile(file.path, binding.module);
    if (target === null) return { kind: "external", module: binding.module, name: binding.name };
    return this.resolve(target, binding.name, new Set([...seen, key]));
  }

  private bindings(file: PythonFile): ReadonlyMap<string, Binding> {
    const known = this.tables.get(file.path);
    if (known) return known;
    const table = new Map<string, Binding>();
    // The first binding wins: upstream's `else:` branches hold empty stand-ins.
    for (const [name, binding] of bindingsOf(file)) if (!table.has(name)) table.set(name, binding);
    this.tables.set(file.path, table);
    return table;
  }

  private moduleFile(from: string, module: string): PythonFile | null {
    let dots = 0;
    while (module[dots] === ".") dots++;
    const parts = module.slice(dots).split(".").filter(Boolean);
    const folders = dots === 0 ? this.sourceRoots : [path.posix.join(path.posix.dirname(from), "../".repeat(dots - 1))];
    for (const folder of folders) {
      const base = path.posix.join(folder, ...parts);
      const found = this.file(`${base}.py`) ?? this.file(path.posix.join(base, "__init__.py"));
      if (found) return found;
    }
    return null;
  }
}

type Binding =
  | { kind: "class"; node: SyntaxNode }
  | { kind: "value"; node: SyntaxNode }
  | { kind: "import"; module: string; name: string };

function* bindingsOf(file: PythonFile): Generator<[string, Binding]> {
  for (const statement of statements(file.root)) {
    const parts = children(statement);
    if (statement.name === "ClassDefinition") {
      const name = statement.getChild("VariableName");
      if (name) yield [file.textOf(name), { kind: "class", node: statement }];
    } else if (statement.name === "AssignStatement") {
      const [target, second] = parts;
      const value = parts.at(-1);
      const isPlain = second?.name === "AssignOp" || second?.name === "TypeDef";
      if (target?.name === "VariableName" && isPlain && value)
        yield [file.textOf(target), { kind: "value", node: value }];
    } else if (statement.name === "ImportStatement" && parts[0]?.name === "from") yield* importedNames(file, parts);
  }
}

function* importedNames(file: PythonFile, parts: readonly SyntaxNode[]): Generator<[string, Binding]> {
  const split = parts.findIndex(({ name }) => name === "import");
  const module = parts.slice(1, split).map(file.textOf).join("");
  const names = parts.slice(split + 1).filter(({ name }) => name === "VariableName" || name === "as");
  for (let at = 0; at < names.length; at++) {
    const name = file.textOf(names[at] as SyntaxNode);
    const renamed = names[at + 1]?.name === "as" ? names[at + 2] : undefined;
    if (renamed) at += 2;
    yield [renamed ? file.textOf(renamed) : name, { kind: "import", module, name }];
  }
}
