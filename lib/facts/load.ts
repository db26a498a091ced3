/** content/facts → checked, narrowed records. One parameter per name: what one types in YAML is its identity. */

import * as z from "zod";
import { once } from "@/lib/once";
import { readJson } from "@/lib/read-json";
import {
  type Availability,
  type DerivedDefault,
  type EnvironmentSwitch,
  type FactChange,
  type GroupId,
  groupIds,
  type ParameterFacts,
  type Scalar,
  type SourceRef,
} from "./parameter";
import {
  boardLabelsFile,
  type DerivedExpression,
  derivedExpression,
  type LlamafactoryRecord,
  llamafactoryFile,
  megatronFile,
  rulesFile,
  type TransformersRecord,
  transformersFile,
} from "./records";

/** The version whose values are shown; the described release also allows 5.x, whose differences are listed as changes. */
export const transformersVersion = "4.57.6";

const readLlamafactory = once(() => readJson("content/facts/llamafactory.json", llamafactoryFile));

/** LLaMA-Factory's own records, present and removed, as the generator wrote them. */
export function loadLlamafactoryRecords(): readonly LlamafactoryRecord[] {
  const { parameters, removed } = readLlamafactory();
  return [...parameters, ...removed];
}

/** The commit that stands for `main`. */
export function mainCommit(): string {
  return readLlamafactory().mainCommit;
}

/** The day of that commit. */
export function mainDate(): string {
  return readLlamafactory().releases.find(({ tag }) => tag === "main")?.date ?? "";
}

export interface Release {
  readonly tag: string;
  readonly date: string;
  readonly settable: number;
}

/** Oldest first; the main snapshot is not a release and not in the list. */
export function loadReleases(): readonly Release[] {
  return readLlamafactory().releases.filter(({ tag }) => tag !== "main");
}

/** Tags whose parameter lists the facts hold; of older ones they know only when a key first appeared. */
export const documentedReleases = once((): readonly string[] => {
  const tags = loadReleases().map(({ tag }) => tag);
  return tags.slice(tags.indexOf("v0.6.0"));
});

/** The release that every page describes. */
export function currentRelease(): string {
  return readLlamafactory().release;
}

export const loadParameterFacts = once((): readonly ParameterFacts[] => {
  const own = readLlamafactory();
  const labels = new Map(
    readJson("content/facts/board-labels.json", boardLabelsFile).labels.map(({ name, zh, en }) => [name, { zh, en }]),
  );
  const derived = loadDerivedDefaults();
  const complete = (facts: Omit<ParameterFacts, "boardLabel" | "derivedDefault">): ParameterFacts => ({
    ...facts,
    boardLabel: labels.get(facts.name) ?? null,
    derivedDefault: derived.get(facts.name) ?? null,
  });

  const byName = new Map<string, ParameterFacts>();
  const inherited = readJson("content/facts/transformers.json", transformersFile).parameters.filter((p) => p.settable);
  for (const record of inherited) byName.set(record.name, complete(fromTransformers(record)));
  for (const record of own.parameters) {
    // Handles that upstream keeps in the dataclass for itself are nobody's parameter.
    if (record.internal || record.name.startsWith("_") || (record.mainOnly && !record.settable)) continue;
    // `seed` is declared twice; the training one is what a config sets, `llamafactory-cli eval` having been withdrawn.
    if (record.group === "evaluation" && byName.has(record.name)) continue;
    byName.set(record.name, complete(fromLlamafactory(record, own.release, own.mainCommit)));
  }
  for (const record of own.removed) {
    // A removed key whose name transformers uses again (`use_cache`) is that parameter today.
    if (!byName.has(record.name))
      byName.set(record.name, complete(fromLlamafactory(record, own.release, own.mainCommit)));
  }
  return [...byName.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
});

export const loadEnvironmentSwitches = once((): readonly EnvironmentSwitch[] => {
  const { envSwitches, release } = readLlamafactory();
  return envSwitches.map(({ name, kind, default: value, reads }) => ({
    name,
    kind,
    default: value ?? null,
    sources: (reads[release] ?? []).map(({ file, line }) => ({
      repository: "hiyouga/LLaMA-Factory" as const,
      ref: release,
      file,
      line,
    })),
  }));
});

/** A key of transformers in both lines of versions that the described release allows; null where a line has it not. */
export interface InheritedKey {
  readonly name: string;
  readonly in4: InheritedState | null;
  readonly in5: InheritedState | null;
}

export type InheritedState = Pick<
  ParameterFacts,
  "name" | "types" | "nullable" | "choices" | "default" | "deprecated" | "commands"
>;

export const loadInheritedKeys = once((): readonly InheritedKey[] =>
  readJson("content/facts/transformers.json", transformersFile)
    .parameters.filter(({ settable }) => settable)
    .map((record) => ({
      name: record.name,
      in4: record.inVersions.includes(transformersVersion) ? shared(asOfVersion4(record)) : null,
      // What came only after the commit that stands for 5.x is outside the allowed range.
      in5: record.inVersions.some((id) => id.startsWith("5.x@")) ? shared(record) : null,
    })),
);

export interface MegatronKey {
  readonly name: string;
  readonly types: readonly string[];
  readonly nullable: boolean;
  readonly choices: readonly Scalar[] | null;
  readonly default: unknown;
}

/** Keys that mcore_adapter adds to the training arguments when `USE_MCA=1` is set. */
export const loadMegatronKeys = once((): readonly MegatronKey[] =>
  readJson("content/facts/mcore-adapter.json", megatronFile).parameters.map((record) => ({
    ...record,
    types: record.types ?? [record.type],
  })),
);

function fromLlamafactory(
  record: LlamafactoryRecord,
  release: string,
  mainCommit: string,
): Omit<ParameterFacts, "boardLabel" | "derivedDefault"> {
  const ref = record.lastIn ?? (record.mainOnly ? mainCommit : release);
  return {
    ...shared(record),
    origin: "llamafactory",
    commaList: record.commaList,
    source: { repository: "hiyouga/LLaMA-Factory", ref, file: record.file, line: record.line },
    availability: availabilityOf(record),
    changes: record.history.changes.filter(({ field }) => field !== "dataclass" && field !== "init"),
    releases: record.history.in.filter((tag) => tag !== "main"),
    replacedValues: record.replacedValues ?? [],
  };
}

function availabilityOf(record: LlamafactoryRecord): Availability {
  const { since, removedIn } = record.history;
  if (removedIn !== undefined && record.lastIn !== undefined)
    return { kind: "removed", since, lastIn: record.lastIn, removedIn, replacedBy: record.replacedBy ?? [] };
  if (record.mainOnly) return { kind: "main-only" };
  if (!record.settable) return { kind: "computed", since };
  return { kind: "released", since };
}

function fromTransformers(record: TransformersRecord): Omit<ParameterFacts, "boardLabel" | "derivedDefault"> {
  const in4 = record.inVersions.includes(transformersVersion);
  const version = in4 ? transformersVersion : (record.inVersions.at(-1) ?? transformersVersion);
  const place = record.source[version] ?? Object.values(record.source)[0];
  if (!place) throw new Error(`content/facts/transformers.json: ${record.name}: no source line in any version`);
  const in5 = record.inVersions.some((id) => id.startsWith("5."));
  return {
    ...shared(in4 ? asOfVersion4(record) : record),
    origin: "transformers",
    commaList: false,
    source: { repository: "huggingface/transformers", ref: versionTag(version), ...place },
    availability:
      in4 && !in5
        ? { kind: "transformers-4-only", replacedBy: record.replacedBy ?? [] }
        : in4
          ? { kind: "released", since: null }
          : { kind: "transformers-5-only" },
    changes: (record.changes ?? []).map(toFactChange),
    releases: [],
    replacedValues: [],
  };
}

/** The generator's top-level values are those of 5.x; this takes back what changed since 4.57.6. */
function asOfVersion4(record: TransformersRecord): TransformersRecord {
  const undone: Record<string, unknown> = {};
  for (const change of record.changes ?? []) {
    if (change.between[0] !== transformersVersion) continue;
    if (change.field === "choices") {
      const added = new Set(change.added);
      undone.choices = [...(record.choices ?? []).filter((choice) => !added.has(choice)), ...(change.removed ?? [])];
    } else if (change.field === "type" || change.field === "types") {
      const types = [change.from].flat() as string[];
      undone.type = types[0];
      undone.types = types.length > 1 ? types : undefined;
    } else {
      undone[change.field] = change.from;
    }
  }
  return { ...record, ...undone };
}

function toFactChange(change: NonNullable<TransformersRecord["changes"]>[number]): FactChange {
  const version = change.between[1];
  const release = `transformers ${version.startsWith("5.x@") ? "5.x" : version}`;
  if (change.field !== "choices") return { release, field: change.field, from: change.from, to: change.to };
  return { release, field: "choices", from: change.removed ?? [], to: change.added ?? [] };
}

/** `5.x@<commit>` lies inside the allowed range but carries no tag, so the commit is its name. */
function versionTag(version: string): string {
  return version.startsWith("5.x@") ? version.slice("5.x@".length) : `v${version}`;
}

function shared(record: LlamafactoryRecord | TransformersRecord) {
  return {
    name: record.name,
    group: toGroup(record.group),
    subgroup: record.subgroup,
    dataclass: record.dataclass,
    types: record.types ?? [record.type],
    nullable: record.nullable,
    choices: record.choices,
    default: record.default,
    commands: record.usedIn,
    deprecated: record.deprecated,
  };
}

function toGroup(group: string): GroupId {
  const found = groupIds.find((id) => id === group);
  if (!found) throw new Error(`content/facts: unknown group ${group}`);
  return found;
}

export type UpstreamRule = z.infer<typeof rulesFile>["rules"][number];

/** Every raise, assertion, warning, silent adjustment and package need of upstream at start-up. */
export const loadRules = once((): readonly UpstreamRule[] => readJson("content/facts/rules.json", rulesFile).rules);

/** The line of upstream that a rule is; undefined where only the file is known. */
export function ruleSource({ origin, sourceVersion, file, line }: UpstreamRule): SourceRef | undefined {
  if (line === null) return undefined;
  return origin === "llamafactory"
    ? { repository: "hiyouga/LLaMA-Factory", ref: currentRelease(), file, line }
    : { repository: "huggingface/transformers", ref: `v${sourceVersion ?? transformersVersion}`, file, line };
}

export interface MessageRule {
  readonly params: readonly string[];
  readonly upstreamMessage: string;
}

/** Rules of upstream that speak to the reader, with the parameters that they read. */
export const loadMessageRules = once((): readonly MessageRule[] =>
  loadRules().flatMap(({ params, upstreamMessage }) =>
    upstreamMessage === undefined ? [] : [{ params, upstreamMessage }],
  ),
);

const setWhenUnset = z.object({ set: z.string(), to: derivedExpression });

/** Upstream's adjustments of the form «X left out → X = expression», the defaults that a reader cannot see. */
function loadDerivedDefaults(): Map<string, DerivedDefault & { source: SourceRef }> {
  const found = new Map<string, DerivedDefault & { source: SourceRef }>();
  for (const rule of loadRules()) {
    const effect = setWhenUnset.safeParse(rule.effect);
    const source = ruleSource(rule);
    if (rule.kind !== "adjust" || !effect.success || source === undefined) continue;
    const { set, to } = effect.data;
    if (isUnsetCondition(rule.when, set)) found.set(set, { ...toDerivedDefault(to), source });
  }
  return found;
}

/** True for `{param: P, isSet: false}` itself or as one of the alternatives of an `any`, not for longer conditions. */
function isUnsetCondition(when: unknown, parameter: string): boolean {
  const leaf = z.object({ param: z.literal(parameter), isSet: z.literal(false) });
  if (leaf.safeParse(when).success) return true;
  const any = z.object({ any: z.array(z.unknown()) }).safeParse(when);
  return any.success && any.data.any.some((part) => leaf.safeParse(part).success);
}

function toDerivedDefault(to: DerivedExpression): DerivedDefault {
  if (Array.isArray(to) || typeof to !== "object" || to === null) return { kind: "literal", value: to as Scalar };
  if ("mul" in to) return { kind: "product", of: to.mul[0], factor: to.mul[1] };
  // Every object has a `valueOf` on its prototype, so `in` would be true of all.
  if ("valueOf" in to && Object.hasOwn(to, "valueOf")) return { kind: "copy", of: to.valueOf as string };
  if ("equals" in to) return { kind: "equals", of: to.equals[0], value: to.equals[1] };
  throw new Error(`content/facts/rules.json: no way to show ${JSON.stringify(to)} as a default`);
}
