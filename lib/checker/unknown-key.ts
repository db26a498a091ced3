import {
  type CatalogParameter,
  type CheckerCatalog,
  COMMANDS,
  type Command,
  type Json,
  keySet,
  RELEASES,
  TRANSFORMERS,
} from "./catalog";
import type { Config } from "./config";
import { FOREIGN_KEYS } from "./foreign-keys";
import { nearestNames } from "./nearest";
import { plain } from "./python/values";
import type { Fix } from "./rule";

/** Why upstream does not know a key; the most helpful of the reasons that hold. */
export type UnknownKey =
  | { readonly kind: "dashes"; readonly use: string }
  | { readonly kind: "removed"; readonly lastIn: string; readonly use: readonly string[] }
  | { readonly kind: "later"; readonly since: string }
  | { readonly kind: "earlier-transformers"; readonly use: readonly string[] }
  | { readonly kind: "later-transformers" }
  | { readonly kind: "other-command"; readonly commands: readonly Command[] }
  | { readonly kind: "computed" }
  | { readonly kind: "megatron" }
  | { readonly kind: "v1" }
  | { readonly kind: "foreign"; readonly framework: string; readonly use: readonly string[] }
  | { readonly kind: "nested"; readonly parts: string }
  | { readonly kind: "nearest"; readonly names: readonly string[] }
  | { readonly kind: "unknown" };

export interface Diagnosis {
  readonly key: UnknownKey;
  readonly fix?: Fix;
}

export function diagnose(name: string, config: Config, catalog: CheckerCatalog): Diagnosis {
  const { keys } = config;
  const bare = name.replace(/^[-+]+/, "").replaceAll("-", "_");
  if (bare !== name && keys.has(bare))
    return { key: { kind: "dashes", use: bare }, fix: [{ kind: "rename", key: name, to: bare }] };

  const foreign = Object.hasOwn(FOREIGN_KEYS, name) ? FOREIGN_KEYS[name] : undefined;
  const usable = foreign && Object.keys(foreign.use).every((key) => keys.has(key));
  // `max_length` and its like are parameters too, of another command; the other tool's meaning is the likelier one only
  // where the name is unknown to every command.
  const removed = catalog.removed.find((record) => record.name === name);
  if (removed && !keys.has(name)) {
    const use = removed.replacedBy.filter((key) => keys.has(key));
    const fix: Fix =
      use.length === 1 && removed.relation !== "feature-rewritten"
        ? [{ kind: "rename", key: name, to: use[0] as string }]
        : use.length === 0
          ? [{ kind: "remove", key: name }]
          : [];
    return { key: { kind: "removed", lastIn: removed.lastIn, use }, ...(fix.length > 0 ? { fix } : {}) };
  }

  const elsewhere = findElsewhere(name, config, catalog);
  if (elsewhere) return elsewhere;

  if (foreign) {
    const value = plain(config.entries.get(name)?.value ?? null);
    const asMeant = foreign.when === undefined || foreign.when === value || foreign.when === null;
    const edits = usable && asMeant ? foreignFix(name, foreign.use) : [];
    const use = Object.entries(foreign.use).map(([key, given]) =>
      given === null || !asMeant ? key : `${key}: ${given}`,
    );
    return { key: { kind: "foreign", framework: foreign.framework, use }, ...(edits.length > 0 ? { fix: edits } : {}) };
  }
  if (catalog.v1Keys.includes(name)) return { key: { kind: "v1" } };

  const names = nearestNames(name, keys.keys());
  if (names.length > 0)
    return { key: { kind: "nearest", names }, fix: [{ kind: "rename", key: name, to: names[0] as string }] };
  const value = config.entries.get(name)?.value;
  if (value instanceof Map && value.size > 0) {
    const known = [...value.keys()].map(String).filter((part) => keys.has(part));
    if (known.length > 0) return { key: { kind: "nested", parts: known.slice(0, 5).join(", ") } };
  }
  return { key: { kind: "unknown" } };
}

function foreignFix(name: string, use: Readonly<Record<string, Json>>): Fix {
  const entries = Object.entries(use);
  const [first] = entries;
  if (entries.length === 1 && first && first[1] === null) return [{ kind: "rename", key: name, to: first[0] }];
  return [{ kind: "remove", key: name }, ...entries.map(([key, value]) => ({ kind: "set", key, value }) as const)];
}

function findElsewhere(name: string, config: Config, catalog: CheckerCatalog): Diagnosis | null {
  const { command, release, transformers } = config;
  const records = catalog.parameters.filter((parameter) => parameter.name === name);
  if (records.length === 0) return null;
  const has = (options: Partial<Parameters<typeof keySet>[1]>) =>
    keySet(catalog, { command, release, transformers, megatron: false, ...options }).has(name);

  const others = COMMANDS.filter((other) => other !== command && has({ command: other }));
  if (others.length > 0)
    return { key: { kind: "other-command", commands: others }, fix: [{ kind: "remove", key: name }] };
  if (TRANSFORMERS.some((line) => line !== transformers && has({ transformers: line }))) {
    if (transformers === "4.57") return { key: { kind: "later-transformers" }, fix: [{ kind: "remove", key: name }] };
    const use = (records[0] as CatalogParameter).replacedBy?.filter((key) => config.keys.has(key)) ?? [];
    const fix: Fix =
      use.length === 1 ? [{ kind: "rename", key: name, to: use[0] as string }] : [{ kind: "remove", key: name }];
    return { key: { kind: "earlier-transformers", use }, fix };
  }
  if (has({ megatron: true })) return { key: { kind: "megatron" } };
  const later = RELEASES.slice(RELEASES.indexOf(release) + 1).find((tag) => has({ release: tag }));
  if (later) return { key: { kind: "later", since: later }, fix: [{ kind: "remove", key: name }] };
  if (records.some((record) => record.computed))
    return { key: { kind: "computed" }, fix: [{ kind: "remove", key: name }] };
  return null;
}
