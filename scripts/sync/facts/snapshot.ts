/** What one version of LLaMA-Factory declares, before versions are compared. */

import { type EnvironmentRead, environmentReads } from "../extract/environment";
import { type Field, readFields, unreadableIn } from "../extract/fields";
import { type Command, commandsByName, findParsers, findRoots } from "../extract/roots";
import { PythonProject } from "../python/modules";
import type { SourceTree } from "../source/source-tree";
import type { Inputs } from "./inputs";

export interface Parameter extends Field {
  /** The class that a command's parser names; `dataclass` is the one that declares the field. */
  readonly root: string;
  readonly group: string;
  readonly subgroup: string | null;
  readonly usedIn: readonly Command[];
}

export interface Snapshot {
  readonly parameters: readonly Parameter[];
  /** Files in which the grammar met something it does not know. */
  readonly unreadable: readonly string[];
}

export type ReadInputs = Pick<Inputs, "groups" | "subgroups" | "externalEnums">;

const packageFolders = ["src/llamafactory/", "src/llmtuner/"];
const v1Folder = "src/llamafactory/v1/";
/** Copied kernels of other projects, with switches of their own. */
const vendoredFolder = "src/llamafactory/third_party/";

function isMainPackage(path: string): boolean {
  const isInside = (folder: string) => path.startsWith(folder);
  return packageFolders.some(isInside) && ![v1Folder, vendoredFolder].some(isInside);
}

export function readSnapshot(tree: SourceTree, inputs: ReadInputs): Snapshot {
  return readParsed(tree, inputs, (path) => isMainPackage(path) && path.endsWith("/parser.py"), commandsByName);
}

/** The rewritten back-end (`USE_V1=1`), whose parameters are a separate list; empty before it existed. */
export function readV1Snapshot(tree: SourceTree, inputs: ReadInputs): Snapshot {
  return readParsed(
    tree,
    inputs,
    (path) => path === `${v1Folder}config/arg_parser.py`,
    () => [],
  );
}

function readParsed(
  tree: SourceTree,
  inputs: ReadInputs,
  isCandidate: (path: string) => boolean,
  commandsOf: (owner: string) => readonly Command[] | null,
): Snapshot {
  const project = new PythonProject(tree, ["src"]);
  const parsers = findParsers(project, isCandidate);
  const scopes = parsers.map((file) => ({ project, file, externalEnums: inputs.externalEnums }));
  const roots = findRoots(scopes, commandsOf);
  const order = Object.keys(inputs.groups);
  const rank = ({ name }: { name: string }) => order.indexOf(name) + 1 || order.length + 1;
  const byName = new Map<string, Parameter>();
  for (const root of [...roots].sort((a, b) => rank(a) - rank(b))) {
    for (const field of readFields(root)) {
      if (byName.has(field.name)) continue;
      byName.set(field.name, {
        ...field,
        root: root.name,
        group: inputs.groups[root.name] ?? shortName(root.name),
        subgroup:
          field.dataclass === root.name ? null : (inputs.subgroups[field.dataclass] ?? shortName(field.dataclass)),
        usedIn: root.usedIn,
      });
    }
  }
  const files = new Set([...parsers.map(({ path }) => path), ...roots.map(({ scope }) => scope.file.path)]);
  return {
    parameters: [...byName.values()],
    unreadable: [...files].flatMap((path) => {
      const parsed = project.file(path);
      return parsed ? unreadableIn(parsed) : [];
    }),
  };
}

/** For a class that no table names yet: `RayArguments` → `ray`. */
function shortName(className: string): string {
  return className.split("Argument")[0]?.toLowerCase() ?? className;
}

export function readEnvironment(tree: SourceTree, inputs: ReadInputs): EnvironmentRead[] {
  const project = new PythonProject(tree, ["src"]);
  return tree
    .list()
    .filter((path) => isMainPackage(path) && path.endsWith(".py"))
    .flatMap((path) => {
      const file = project.file(path);
      return file ? [...environmentReads({ project, file, externalEnums: inputs.externalEnums })] : [];
    });
}
