/** The facts and explanations → the schema of a release. */

import { loadParameters } from "@/lib/catalog";
import { loadDependencies } from "@/lib/facts/dependencies";
import {
  currentRelease,
  type InheritedKey,
  loadInheritedKeys,
  loadLlamafactoryRecords,
  loadMegatronKeys,
} from "@/lib/facts/load";
import { parametersAt } from "@/lib/history/history";
import { loadHistories } from "@/lib/history/load";
import { loadOldNames } from "@/lib/search/content";
import { absolute, urls } from "@/lib/urls";
import { configSchema, type Dialect, type SchemaProperty } from "./schema";
import type { JsonSchema } from "./value-schema";

export function releaseSchema(release: string, dialect: Dialect): JsonSchema {
  const url = dialect === "2020-12" ? urls.jsonSchema(release) : urls.jsonSchemaDraft07(release);
  return configSchema({ id: absolute(url), release, properties: propertiesOf(release) }, dialect);
}

/** The keys of training, inference and export together, by name. */
export function propertiesOf(release: string): SchemaProperty[] {
  const byName = new Map<string, SchemaProperty>();
  // Since the release that knows `use_mca`, the environment variable of the same name adds these.
  if (parametersAt(loadHistories(), release).has("use_mca")) {
    // Another class of the same release may declare the key for everyone; that one then wins.
    for (const key of loadMegatronKeys()) byName.set(key.name, { ...key, deprecated: false, ...megatron });
  }
  for (const property of inheritedProperties(release)) byName.set(property.name, property);
  for (const property of ownProperties(release)) byName.set(property.name, property);
  return [...byName.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

const megatron = {
  summary: null,
  link: null,
  remark: "USE_MCA=1 (Megatron Core, mcore_adapter)",
} as const;

function ownProperties(release: string): SchemaProperty[] {
  const records = new Map(loadLlamafactoryRecords().map((record) => [record.name, record]));
  return [...parametersAt(loadHistories(), release)].flatMap(([name, state]): SchemaProperty[] => {
    const record = records.get(name);
    // The keys of the withdrawn `eval` command belong to no config that trains, infers or exports.
    if (record === undefined || record.usedIn.every((command) => command === "eval")) return [];
    return [{ name, ...state, deprecated: record.deprecated, ...explained(name, "llamafactory") }];
  });
}

function inheritedProperties(release: string): SchemaProperty[] {
  const range = loadDependencies()
    .get(release)
    ?.find(({ name }) => name === "transformers")?.range;
  const allows5 = range !== undefined && allowsVersion5(range);
  const keys = loadInheritedKeys().flatMap((key) => united(key, allows5) ?? []);
  const byName = new Map(keys.map((property) => [property.name, property]));
  // Names that the transformers of an older release still has, with the shape of what they are called today.
  for (const [name, { now, lastIn }] of Object.entries(loadOldNames())) {
    const version = /^transformers ([\d.]+)$/.exec(lastIn)?.[1];
    const today = byName.get(now[0] ?? "");
    if (version === undefined || today === undefined || range === undefined || byName.has(name)) continue;
    if (isAtMost(lowerBound(range), version))
      byName.set(name, { ...today, name, deprecated: true, remark: `→ ${today.name}` });
  }
  return [...byName.values()];
}

/** What either allowed line of transformers accepts. */
function united({ name, in4, in5 }: InheritedKey, allows5: boolean): SchemaProperty | null {
  const states = [in4, allows5 ? in5 : null].filter((state) => state !== null);
  const [first] = states;
  if (first === undefined) return null;
  const choices = states.some((state) => state.choices === null)
    ? null
    : [...new Set(states.flatMap((state) => state.choices ?? []))];
  return {
    name,
    types: [...new Set(states.flatMap(({ types }) => types))],
    nullable: states.some(({ nullable }) => nullable),
    choices,
    default: first.default,
    deprecated: states.some(({ deprecated }) => deprecated),
    ...explained(name, "transformers"),
  };
}

/** The texts of the parameter's page, where the page is about this declaration and not about another of the same name. */
function explained(name: string, origin: "llamafactory" | "transformers"): Pick<SchemaProperty, "summary" | "link"> {
  const parameter = loadParameters().get(name);
  if (parameter === undefined || parameter.facts.origin !== origin) return { summary: null, link: null };
  const prose = parameter.explanation?.prose;
  return {
    summary: prose ? { zh: prose.zh.frontmatter.summary, en: prose.en.frontmatter.summary } : null,
    link: absolute(urls.shortLink(name)),
  };
}

/** No upper bound reaches whatever is newest. */
function allowsVersion5(range: string): boolean {
  const upper = /<=?([\d.]+)/.exec(range)?.[1];
  return upper !== undefined && !isAtMost(upper, "5.0");
}

function lowerBound(range: string): string {
  return />=?([\d.]+)/.exec(range)?.[1] ?? "0";
}

/** Compares as far as the second one goes: 4.45.2 is at most 4.45. */
function isAtMost(version: string, limit: string): boolean {
  const parts = version.split(".").map(Number);
  for (const [index, bound] of limit.split(".").map(Number).entries()) {
    const part = parts[index] ?? 0;
    if (part !== bound) return part < bound;
  }
  return true;
}

/** Where an editor's comment points when nothing else is said. */
export function currentSchemaUrl(): string {
  return absolute(urls.jsonSchema(currentRelease()));
}
