/**
 * content/facts/transformers.json, brought up to one more version of transformers.
 *
 * What earlier versions say stays. A version that is listed already only has its lines read again; a new one is put
 * after the others, and what it changes is recorded as a change from the newest one before it.
 */

import * as z from "zod";
import { type Field, findClass, readFields } from "../extract/fields";
import { PythonProject } from "../python/modules";
import { evaluate } from "../python/values";
import type { SourceTree } from "../source/source-tree";

const change = z.looseObject({ between: z.tuple([z.string(), z.string()]), field: z.string() });
const record = z.looseObject({
  name: z.string(),
  inVersions: z.array(z.string()),
  source: z.record(z.string(), z.object({ file: z.string(), line: z.number() })),
  changes: z.array(change).optional(),
});
export const transformersFile = z.looseObject({
  versions: z.array(z.looseObject({ id: z.string() })),
  parameters: z.array(record),
});
export type TransformersFacts = z.infer<typeof transformersFile>;
type TransformersRecord = z.infer<typeof record>;

export interface TransformersVersion {
  readonly id: string;
  readonly fields: readonly Field[];
}

/** @param tree a checkout, or a wheel that was unpacked */
export function readTransformers(tree: SourceTree, externalEnums = {}): TransformersVersion {
  const root = tree.read("src/transformers/training_args.py") === null ? "" : "src/";
  const project = new PythonProject(tree, [root]);
  const [init, file] = ["__init__.py", "training_args_seq2seq.py"].map((name) =>
    project.file(`${root}transformers/${name}`),
  );
  const version = init && project.resolve(init, "__version__");
  const id = version?.kind === "value" && evaluate({ project, file: version.file, externalEnums }, version.node);
  const source = file && findClass({ project, file, externalEnums }, "Seq2SeqTrainingArguments");
  if (typeof id !== "string" || !source)
    throw new Error("--transformers: no transformers with Seq2SeqTrainingArguments");
  const inRepository = (one: Field): Field => ({ ...one, file: root === "" ? `src/${one.file}` : one.file });
  return { id, fields: readFields(source).map(inRepository) };
}

export interface Refreshed {
  readonly facts: TransformersFacts;
  readonly notes: readonly string[];
}

export function withTransformers(known: TransformersFacts, { id, fields }: TransformersVersion): Refreshed {
  const isListed = known.versions.some((version) => version.id === id);
  const previous = known.versions.at(-1)?.id ?? id;
  const byName = new Map(fields.map((field) => [field.name, field]));
  const names = new Set(known.parameters.map(({ name }) => name));
  const notes: string[] = [];

  const parameters = known.parameters.map((one) => {
    const field = byName.get(one.name);
    const was = isListed ? one.inVersions.includes(id) : one.inVersions.includes(previous);
    if (!field) {
      if (was) notes.push(`\`${one.name}\` is not in ${id}`);
      return one;
    }
    if (!was) notes.push(`\`${one.name}\` is in ${id}, and was not listed for ${isListed ? id : previous}`);
    const changes = isListed || !was ? [] : changesBetween(one, field, previous, id);
    for (const { field: what, from, to } of changes)
      notes.push(`\`${one.name}\` ${what}: ${JSON.stringify(from)} → ${JSON.stringify(to)} in ${id}`);
    return {
      ...one,
      inVersions: one.inVersions.includes(id) ? one.inVersions : [...one.inVersions, id],
      source: { ...one.source, [id]: { file: field.file, line: field.line } },
      ...((one.changes || changes.length > 0) && { changes: [...(one.changes ?? []), ...changes] }),
    };
  });
  const added = fields.filter(({ name }) => !names.has(name)).map((field) => newRecord(field, id));
  notes.push(...added.map(({ name }) => `\`${name}\` is new in ${id}`));
  const version = { id, kind: "source", fields: fields.length };
  return {
    facts: {
      ...known,
      versions: isListed ? known.versions : [...known.versions, version],
      parameters: [...parameters, ...added],
    },
    notes: [`read ${id}: ${fields.length} fields`, ...notes],
  };
}

/** Defaults that code computes, and choices that only the help text lists, are kept by hand and not compared. */
function changesBetween(one: TransformersRecord, field: Field, from: string, to: string) {
  const old = valuesAtNewest(one);
  const fresh: Record<string, unknown> = {
    type: field.types ?? [field.type],
    nullable: field.nullable,
    ...(field.defaultExpr === undefined && field.defaultFactory === undefined && { default: field.default }),
    ...(field.enum !== undefined && { choices: field.choices }),
  };
  return Object.entries(fresh)
    .filter(([name, value]) => JSON.stringify(old[name]) !== JSON.stringify(value))
    .map(([name, value]) => ({ between: [from, to] as [string, string], field: name, from: old[name], to: value }));
}

/** The record's own values are those of an older version; its later changes lead to the newest. */
function valuesAtNewest(one: TransformersRecord): Record<string, unknown> {
  const values: Record<string, unknown> = { ...one, type: one.types ?? [one.type] };
  for (const { between, field, to, added, removed } of one.changes ?? []) {
    // Changes that led to the record's own values are behind it.
    if (!between[0].startsWith("5.")) continue;
    const gone = new Set((removed as unknown[] | undefined) ?? []);
    const kept = ((values[field] as unknown[] | null) ?? []).filter((value) => !gone.has(value));
    values[field] = added === undefined && removed === undefined ? to : [...kept, ...((added as unknown[]) ?? [])];
  }
  return values;
}

function newRecord(field: Field, id: string): TransformersRecord {
  const { name, dataclass, type, types, nullable, choices, required, init, deprecated, file, line } = field;
  return {
    name,
    dataclass,
    origin: "transformers",
    group: "training",
    subgroup: dataclass === "Seq2SeqTrainingArguments" ? "hf-seq2seq" : "hf",
    usedIn: ["train"],
    type,
    ...(types && { types }),
    nullable,
    choices,
    default: field.default,
    required,
    init,
    deprecated,
    ...(field.enum !== undefined && { enum: field.enum }),
    ...(field.defaultExpr !== undefined && { defaultExpr: field.defaultExpr }),
    settable: init && !name.startsWith("_"),
    inVersions: [id],
    source: { [id]: { file, line } },
  };
}
