/**
 * Which versions of Python and of the libraries a release declares, from `pyproject.toml`, `setup.py` and requirement files,
 * and which it checks for when it starts.
 */

import type { SyntaxNode } from "@lezer/common";
import { parser } from "@lezer/python";
import { parse as parseToml } from "smol-toml";
import type { SourceTree } from "./source/source-tree";

export interface Dependency {
  readonly name: string;
  /** As declared, without spaces: `>=4.55.0,<=5.6.0`; empty where any version will do. */
  readonly range: string;
  /** `optional`: of an extra or a requirement file of its own; `start`: checked when the program starts. */
  readonly kind: "required" | "optional" | "start";
  /** The environment that a line is for, such as `python_version>='3.10'`. */
  readonly marker?: string;
  readonly file: string;
  readonly line: number;
}

/** In the order in which pages show them. */
const packages = [
  "python",
  "torch",
  "transformers",
  "peft",
  "trl",
  "accelerate",
  "datasets",
  "deepspeed",
  "bitsandbytes",
  "vllm",
  "sglang",
  "liger-kernel",
];

export function readDependencies(tree: SourceTree): Dependency[] {
  const declared = [
    ...fromPyproject(tree),
    ...fromSetup(tree),
    ...fromRequirements(tree, "requirements.txt", "required"),
    ...packages.flatMap((name) => [
      ...fromRequirements(tree, `requirements/${name}.txt`, "optional"),
      ...fromRequirements(tree, `examples/requirements/${name}.txt`, "optional"),
    ]),
  ];
  const startChecks = fromStartCheck(tree);
  return packages.flatMap((name) => {
    const found = declared.filter((dependency) => dependency.name === name);
    const required = found.filter(({ kind }) => kind === "required");
    // What an extra asks for counts only where the package itself asks for nothing.
    return [
      ...(required.length > 0 ? required : found.filter(({ kind }) => kind === "optional").slice(0, 1)),
      ...startChecks.filter((check) => check.name === name),
    ];
  });
}

function fromPyproject(tree: SourceTree): Dependency[] {
  const file = "pyproject.toml";
  const text = tree.read(file);
  if (text === null) return [];
  const { project } = parseToml(text) as {
    project?: {
      "requires-python"?: string;
      dependencies?: string[];
      "optional-dependencies"?: Record<string, string[]>;
    };
  };
  if (project === undefined) return [];
  const python = project["requires-python"];
  const make = (requirement: string, kind: Dependency["kind"]) =>
    toDependency(requirement, { file, line: lineOf(text, JSON.stringify(requirement)), kind });
  return [
    ...(python === undefined
      ? []
      : [{ name: "python", range: python, kind: "required" as const, file, line: lineOf(text, "requires-python") }]),
    ...(project.dependencies ?? []).map((requirement) => make(requirement, "required")),
    ...Object.values(project["optional-dependencies"] ?? {})
      .flat()
      .map((requirement) => make(requirement, "optional")),
  ];
}

/** `python_requires=` of the call and the lists of the dictionary `extra_require`. */
function fromSetup(tree: SourceTree): Dependency[] {
  const file = "setup.py";
  const text = tree.read(file);
  if (text === null) return [];
  const found: Dependency[] = [];
  const textOf = (node: SyntaxNode) => text.slice(node.from, node.to);
  const lineAt = (node: SyntaxNode) => text.slice(0, node.from).split("\n").length;
  parser.parse(text).iterate({
    enter({ node }) {
      if (node.name === "ArgList") {
        for (let child = node.firstChild; child; child = child.nextSibling) {
          const value = child.nextSibling?.nextSibling;
          if (textOf(child) === "python_requires" && value?.name === "String")
            found.push({ name: "python", range: unquoted(textOf(value)), kind: "required", file, line: lineAt(value) });
        }
      } else if (node.name === "AssignStatement" && node.firstChild && textOf(node.firstChild) === "extra_require") {
        const list = node.getChild("DictionaryExpression")?.getChildren("ArrayExpression") ?? [];
        for (const item of list.flatMap((array) => array.getChildren("String")))
          found.push(toDependency(unquoted(textOf(item)), { file, line: lineAt(item), kind: "optional" }));
      }
    },
  });
  return found;
}

function fromRequirements(tree: SourceTree, file: string, kind: Dependency["kind"]): Dependency[] {
  return (tree.read(file) ?? "").split("\n").flatMap((line, index) => {
    const requirement = line.replace(/#.*/, "").trim();
    return requirement === "" || requirement.startsWith("-")
      ? []
      : [toDependency(requirement, { file, line: index + 1, kind })];
  });
}

/** `check_version("transformers>=…")`, earlier `require_version(…)`, in the function that every command calls first. */
function fromStartCheck(tree: SourceTree): Dependency[] {
  const file = ["src/llamafactory/extras/misc.py", "src/llmtuner/extras/misc.py"].find(
    (path) => tree.read(path) !== null,
  );
  const text = file === undefined ? null : tree.read(file);
  if (file === undefined || text === null) return [];
  const found: Dependency[] = [];
  parser.parse(text).iterate({
    enter({ node }) {
      if (node.name !== "CallExpression" || !node.firstChild) return;
      const callee = text.slice(node.firstChild.from, node.firstChild.to);
      const requirement = node.getChild("ArgList")?.getChild("String");
      // A second argument that says `mandatory` belongs to a feature, not to every start.
      if (
        !/^(check_version|require_version)$/.test(callee) ||
        !requirement ||
        node.getChild("ArgList")?.getChild("AssignOp")
      )
        return;
      const line = text.slice(0, requirement.from).split("\n").length;
      found.push(toDependency(unquoted(text.slice(requirement.from, requirement.to)), { file, line, kind: "start" }));
    },
  });
  return found;
}

/** A PEP 508 requirement without its extras. */
function toDependency(requirement: string, place: Omit<Dependency, "name" | "range">): Dependency {
  const [specified = "", marker] = requirement.split(";").map((part) => part.trim());
  const name = /^[\w.-]+/.exec(specified)?.[0] ?? "";
  const range = specified
    .slice(name.length)
    .replace(/^\[[^\]]*\]/, "")
    .replace(/\s+/g, "");
  return { name: name.toLowerCase().replaceAll("_", "-"), range, ...place, ...(marker ? { marker } : {}) };
}

function unquoted(literal: string): string {
  return literal.replace(/^["']|["']$/g, "");
}

function lineOf(text: string, piece: string): number {
  return text.slice(0, Math.max(0, text.indexOf(piece))).split("\n").length;
}

/** The file `dependencies.json`. */
export function dependencyFacts(tags: readonly string[], treeOf: (tag: string) => SourceTree) {
  return {
    about: "Python and library versions that each release declares or checks for at its start, with file and line.",
    releases: tags.map((tag) => ({ tag, packages: readDependencies(treeOf(tag)) })),
  };
}
