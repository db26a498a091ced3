/** content/facts/llamafactory.json, from the snapshots of all versions. */

import type { EnvironmentRead } from "../extract/environment";
import type { Place } from "../extract/fields";
import { type Change, type History, historyOf, type Version } from "./history";
import type { Inputs } from "./inputs";
import type { Parameter } from "./snapshot";

/** Of releases before this one the facts know only when a parameter first appeared and what changed. */
export const listedFrom = "v0.6.0";

export interface ReleaseFacts extends Version {
  readonly date: string;
}

export interface Upstream {
  readonly releaseCommit: string;
  readonly mainCommit: string;
  /** Oldest first, main last. */
  readonly versions: readonly ReleaseFacts[];
  readonly v1: { readonly release: readonly Parameter[]; readonly main: readonly Parameter[] };
  readonly environment: { readonly release: readonly EnvironmentRead[]; readonly main: readonly EnvironmentRead[] };
}

export type FactRecord = Record<string, unknown> & {
  readonly name: string;
  readonly default: unknown;
  readonly history: History;
};

export interface LlamafactoryFacts {
  readonly about: string;
  readonly release: string;
  readonly releaseCommit: string;
  readonly mainCommit: string;
  readonly releases: readonly { tag: string; date: string; parameters: number; settable: number }[];
  readonly parameters: readonly FactRecord[];
  readonly removed: readonly FactRecord[];
  readonly v1Parameters: { readonly release: readonly unknown[]; readonly main: readonly unknown[] };
  readonly envSwitches: readonly EnvironmentSwitchFacts[];
}

export interface EnvironmentSwitchFacts {
  readonly name: string;
  readonly kind: string;
  readonly default: unknown;
  readonly in: readonly string[];
  readonly reads: Readonly<Record<string, readonly Place[]>>;
}

export function buildLlamafactory(upstream: Upstream, inputs: Inputs): LlamafactoryFacts {
  const { versions } = upstream;
  const [release, main] = [versions.at(-2), versions.at(-1)];
  if (!release || main?.id !== "main") throw new Error("the clone has no release, or main is not the last version");
  const history = (name: string) => historyOf(name, versions, listedFrom);
  return {
    about: "Facts about LLaMA-Factory parameters, written by `npm run sync`.",
    release: release.id,
    releaseCommit: upstream.releaseCommit,
    mainCommit: upstream.mainCommit,
    releases: versions.map(({ id, date, parameters }) => ({
      tag: id,
      date,
      parameters: parameters.size,
      settable: [...parameters.values()].filter(isSettable).length,
    })),
    parameters: namesInOrder(release, main).map((name) =>
      currentRecord(release.parameters.get(name), main.parameters.get(name), history(name), inputs),
    ),
    removed: removedNames(versions).map(({ name, lastIn, parameter }) => {
      const { replacedBy = [], ...removal } = inputs.removed[name] ?? {};
      return {
        ...baseRecord(parameter, false, false),
        history: history(name),
        lastIn,
        replacedBy,
        removal,
        removed: true,
      };
    }),
    v1Parameters: { release: upstream.v1.release.map(v1Record), main: upstream.v1.main.map(v1Record) },
    envSwitches: environmentSwitches(release.id, upstream.environment),
  };
}

/** Main's order; what main has dropped follows its neighbour of the release. */
function namesInOrder(release: Version, main: Version): string[] {
  const names = [...main.parameters.keys()];
  let previous = -1;
  for (const name of release.parameters.keys()) {
    if (!main.parameters.has(name)) names.splice(previous + 1, 0, name);
    previous = names.indexOf(name);
  }
  return names;
}

/** Those last seen latest come first; of one release, in its own order. */
function removedNames(versions: readonly Version[]): { name: string; lastIn: string; parameter: Parameter }[] {
  const alive = new Set(versions.slice(-2).flatMap(({ parameters }) => [...parameters.keys()]));
  const found: { name: string; lastIn: string; parameter: Parameter }[] = [];
  for (const { id, parameters } of [...versions].reverse()) {
    for (const [name, parameter] of parameters) {
      if (alive.has(name)) continue;
      alive.add(name);
      found.push({ name, lastIn: id, parameter });
    }
    if (id === listedFrom) break;
  }
  return found;
}

function currentRecord(
  released: Parameter | undefined,
  onMain: Parameter | undefined,
  history: History,
  inputs: Inputs,
): FactRecord {
  const parameter = released ?? onMain;
  if (!parameter) throw new Error("a record needs a version that has it");
  const replacedValues = inputs.replacedValues[parameter.name];
  return {
    ...baseRecord(parameter, released !== undefined, onMain !== undefined),
    ...(released && onMain && { main: { ...placeOf(onMain), ...mainDifferences(history.changes) } }),
    ...(!released && { mainOnly: true }),
    history,
    ...(replacedValues && { replacedValues }),
  };
}

function mainDifferences(changes: readonly Change[]): Record<string, unknown> {
  return Object.fromEntries(changes.filter(({ release }) => release === "main").map(({ field, to }) => [field, to]));
}

function placeOf({ file, line }: Place): Place {
  return { file, line };
}

function declaration(parameter: Parameter) {
  const { name, dataclass, type, types, nullable, choices, init, required, deprecated, file, line, root } = parameter;
  return {
    name,
    dataclass,
    type,
    ...(types && { types }),
    nullable,
    choices,
    ...(parameter.enum !== undefined && { enum: parameter.enum }),
    required,
    default: parameter.default,
    ...(parameter.defaultExpr !== undefined && { defaultExpr: parameter.defaultExpr }),
    ...(parameter.defaultFactory !== undefined && { defaultFactory: parameter.defaultFactory }),
    init,
    deprecated,
    file,
    line,
    root,
    commaList: parameter.commaList,
    ...(parameter.alsoDefinedIn.length > 0 && { alsoDefinedIn: parameter.alsoDefinedIn }),
  };
}

function baseRecord(parameter: Parameter, inRelease: boolean, inMain: boolean) {
  const { group, subgroup, usedIn, name } = parameter;
  return {
    ...declaration(parameter),
    origin: "llamafactory",
    group,
    subgroup,
    usedIn,
    ...(name.startsWith("_") && { internal: true }),
    settable: isSettable(parameter),
    inRelease,
    inMain,
  };
}

function isSettable({ init }: Parameter): boolean {
  return init;
}

function v1Record(parameter: Parameter) {
  return { ...declaration(parameter), origin: "llamafactory-v1", group: `v1-${parameter.group}` };
}

function environmentSwitches(release: string, reads: Upstream["environment"]): EnvironmentSwitchFacts[] {
  const versions = Object.entries({ [release]: reads.release, main: reads.main });
  const names = new Set(versions.flatMap(([, all]) => all.map(({ name }) => name)));
  return [...names].sort().map((name) => {
    const own = versions
      .map(([id, all]) => [id, all.filter((read) => read.name === name)] as const)
      .filter(([, all]) => all.length > 0);
    const first = own[0]?.[1][0];
    return {
      name,
      kind: first?.kind ?? "value",
      default: first?.default ?? null,
      in: own.map(([id]) => id),
      reads: Object.fromEntries(own.map(([id, all]) => [id, all.map(placeOf)])),
    };
  });
}
