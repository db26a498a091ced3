import type { CatalogParameter, CheckerCatalog, Json, Owner, Release, RemovedParameter } from "./catalog";
import { RELEASES } from "./catalog";

/** The parts of `content/facts/*.json` that the catalog is made of. */
interface FactRecord {
  readonly name: string;
  readonly root?: string;
  readonly group: string;
  readonly type: string;
  readonly types?: readonly string[];
  readonly nullable: boolean;
  readonly choices: readonly Json[] | null;
  readonly enum?: string;
  readonly required?: boolean;
  readonly default: Json;
  readonly commaList?: boolean;
  readonly settable?: boolean;
  readonly file?: string;
  readonly line?: number;
  readonly usedIn?: readonly string[];
  readonly history?: { readonly in: readonly string[]; readonly removedIn?: string };
  readonly lastIn?: string;
  readonly replacedBy?: readonly string[] | null;
  readonly removal?: { readonly relation: string };
  readonly replacedValues?: CatalogParameter["replacedValues"];
  readonly inVersions?: readonly string[];
  readonly source?: { readonly [version: string]: { readonly file: string; readonly line: number } };
  readonly changes?: readonly {
    readonly between: readonly string[];
    readonly field: string;
    readonly from?: Json;
    readonly removed?: readonly Json[];
    readonly added?: readonly Json[];
  }[];
}

export interface CheckerFacts {
  readonly llamafactory: {
    readonly release: string;
    readonly parameters: readonly FactRecord[];
    readonly removed: readonly FactRecord[];
    readonly v1Parameters: { readonly release: readonly { readonly name: string }[] };
  };
  readonly transformers: { readonly parameters: readonly FactRecord[] };
  readonly megatron: { readonly parameters: readonly FactRecord[] };
}

const OWNER_OF_CLASS: Readonly<Record<string, Owner>> = {
  ModelArguments: "model",
  DataArguments: "data",
  TrainingArguments: "training",
  FinetuningArguments: "finetuning",
  GeneratingArguments: "generating",
  EvaluationArguments: "evaluation",
  MegatronBridgeArguments: "training",
  _KTransformersRuntimeArguments: "model",
};
const FOUR = "4.57.6";

/** Makes the checker's catalog out of the committed facts. */
export function buildCheckerCatalog(facts: CheckerFacts): CheckerCatalog {
  const { llamafactory, transformers, megatron } = facts;
  return {
    release: llamafactory.release as Release,
    parameters: [
      ...llamafactory.parameters.map(ownParameter),
      ...transformers.parameters.flatMap((record) => transformersParameter(record) ?? []),
      ...megatron.parameters.map((record) =>
        base(record, "training", "mcore_adapter", place(record.file, record.line)),
      ),
    ],
    removed: llamafactory.removed.map(removedParameter),
    v1Keys: [...new Set(llamafactory.v1Parameters.release.map((record) => record.name))],
  };
}

const place = (file = "", line = 0) => `${file}#L${line}`;

function base(record: FactRecord, owner: Owner, origin: CatalogParameter["origin"], at: string): CatalogParameter {
  return {
    name: record.name,
    owner,
    origin,
    types: record.types ?? [record.type],
    ...(record.nullable ? { nullable: true } : {}),
    ...(record.required ? { required: true } : {}),
    ...(record.choices ? { choices: record.choices } : {}),
    ...(record.choices && (record.enum || origin !== "transformers") ? { enumerated: true } : {}),
    default: record.default ?? null,
    ...(record.commaList ? { commaList: true } : {}),
    ...(record.settable === false ? { computed: true } : {}),
    at,
    ...(record.replacedBy?.length ? { replacedBy: record.replacedBy } : {}),
    ...(record.replacedValues ? { replacedValues: record.replacedValues } : {}),
  };
}

const positions = (tags: readonly string[]) => RELEASES.flatMap((tag, i) => (tags.includes(tag) ? [i] : []));

function ownParameter(record: FactRecord): CatalogParameter {
  const releases = positions(record.history?.in ?? []);
  const owner = OWNER_OF_CLASS[record.root ?? ""];
  if (!owner) throw new Error(`${record.name}: the facts name a class that the checker does not know: ${record.root}`);
  const parameter = base(record, owner, "llamafactory", place(record.file, record.line));
  return releases.length === RELEASES.length ? parameter : { ...parameter, releases };
}

function removedParameter(record: FactRecord): RemovedParameter {
  return {
    name: record.name,
    owner: OWNER_OF_CLASS[record.root ?? ""] ?? "model",
    lastIn: record.lastIn ?? "",
    removedIn: record.history?.removedIn ?? "",
    releases: positions(record.history?.in ?? []),
    replacedBy: record.replacedBy ?? [],
    relation: record.removal?.relation ?? "",
    types: record.types ?? [record.type],
    default: record.default ?? null,
  };
}

function transformersParameter(record: FactRecord): CatalogParameter | null {
  const versions = record.inVersions ?? [];
  const in4 = versions.includes(FOUR);
  const in5 = versions.some((version) => version.startsWith("5.x@"));
  // What only came after the range that LLaMA-Factory allows is no parameter of it.
  if (!in4 && !in5) return null;
  const source = record.source?.[FOUR] ?? Object.values(record.source ?? {})[0];
  const parameter = base(record, "training", "transformers", place(source?.file, source?.line));
  const differences: Record<string, unknown> = {};
  for (const change of record.changes ?? []) {
    if (change.between[0] !== FOUR) continue;
    if (change.field === "default") differences.default = change.from ?? null;
    if (change.field === "type") differences.types = change.from;
    if (change.field === "nullable" && change.from === false) differences.notNull = true;
    if (change.field === "choices") {
      const kept = (record.choices ?? []).filter((choice) => !change.added?.includes(choice));
      differences.choices = [...kept, ...(change.removed ?? [])];
    }
  }
  return {
    ...parameter,
    ...(in4 && in5 ? {} : { transformers: in4 ? ("4.57" as const) : ("5" as const) }),
    ...(in4 && in5 && Object.keys(differences).length > 0
      ? { in4: differences as CatalogParameter["in4"] & object }
      : {}),
  };
}
