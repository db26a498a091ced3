/** The facts that the checker needs, small enough to be fetched by the browser. Built by `catalog-build.ts`. */

export const RELEASES = ["v0.9.0", "v0.9.1", "v0.9.2", "v0.9.3", "v0.9.4", "v0.9.5", "main"] as const;
export type Release = (typeof RELEASES)[number];

/** The two lines of transformers that v0.9.5 allows; 4.57.6 is the one the checker answers for first. */
export const TRANSFORMERS = ["4.57", "5"] as const;
export type Transformers = (typeof TRANSFORMERS)[number];

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** The class that takes a parameter when upstream parses a configuration. */
export type Owner = "model" | "data" | "training" | "finetuning" | "generating" | "evaluation";

export interface CatalogParameter {
  readonly name: string;
  readonly owner: Owner;
  /** Whether the field is declared by LLaMA-Factory, by transformers or by mcore_adapter. */
  readonly origin: "llamafactory" | "transformers" | "mcore_adapter";
  /** Python type names; "object" is something YAML cannot write. */
  readonly types: readonly string[];
  readonly nullable?: true;
  readonly required?: true;
  readonly choices?: readonly Json[];
  /** The choices belong to an Enum or a Literal, so that the command line and not only a reader knows them. */
  readonly enumerated?: true;
  readonly default: Json;
  readonly commaList?: true;
  /** Filled in by upstream; writing it is an unknown key. */
  readonly computed?: true;
  /** The releases that have it, as positions in RELEASES; all of them where it is missing. */
  readonly releases?: readonly number[];
  /** The transformers lines that have it; both where it is missing. */
  readonly transformers?: Transformers;
  /** What differs with transformers 4.57; the record itself is that of 5.x. */
  readonly in4?: Partial<Pick<CatalogParameter, "types" | "nullable" | "choices" | "default">> & {
    readonly notNull?: true;
  };
  /** `path/to/file.py#L123` at v0.9.5, or at the transformers release for its own fields. */
  readonly at: string;
  readonly replacedBy?: readonly string[];
  /** Values that an earlier release took, with what to write today. */
  readonly replacedValues?: readonly {
    readonly value: Json;
    readonly removedIn: string;
    readonly use: { readonly [key: string]: Json };
  }[];
}

export interface RemovedParameter {
  readonly name: string;
  readonly owner: Owner;
  readonly lastIn: string;
  readonly removedIn: string;
  readonly releases: readonly number[];
  readonly replacedBy: readonly string[];
  readonly relation: string;
  readonly types: readonly string[];
  readonly default: Json;
}

export interface CheckerCatalog {
  readonly release: Release;
  readonly parameters: readonly CatalogParameter[];
  readonly removed: readonly RemovedParameter[];
  /** Keys of the new back-end that USE_V1=1 selects; it has a parser of its own. */
  readonly v1Keys: readonly string[];
}

const OWNERS = {
  train: ["model", "data", "training", "finetuning", "generating"],
  infer: ["model", "data", "finetuning", "generating"],
  export: ["model", "data", "finetuning", "generating"],
  eval: ["model", "data", "evaluation", "finetuning"],
} as const satisfies Record<string, readonly Owner[]>;

export type Command = keyof typeof OWNERS;
export const COMMANDS = Object.keys(OWNERS) as readonly Command[];

export interface KeySetOptions {
  readonly command: Command;
  readonly release: Release;
  readonly transformers: Transformers;
  readonly megatron: boolean;
}

const knownKeySets = new WeakMap<CheckerCatalog, Map<string, ReadonlyMap<string, CatalogParameter>>>();

/** The parameters that a command accepts, in the shape they have there. */
export function keySet(catalog: CheckerCatalog, options: KeySetOptions): ReadonlyMap<string, CatalogParameter> {
  const { command, release, transformers, megatron } = options;
  let known = knownKeySets.get(catalog);
  if (!known) {
    known = new Map();
    knownKeySets.set(catalog, known);
  }
  const id = [command, release, transformers, megatron].join(" ");
  let keys = known.get(id);
  if (!keys) {
    keys = makeKeySet(catalog, options);
    known.set(id, keys);
  }
  return keys;
}

function makeKeySet(catalog: CheckerCatalog, options: KeySetOptions): Map<string, CatalogParameter> {
  const owners: readonly Owner[] = OWNERS[options.command];
  const position = RELEASES.indexOf(options.release);
  const keys = new Map<string, CatalogParameter>();
  const add = (parameter: CatalogParameter) => {
    if (!owners.includes(parameter.owner) || parameter.computed) return;
    if (parameter.origin === "mcore_adapter" && !options.megatron) return;
    // With USE_MCA=1 the training class is mcore_adapter's own, without what LLaMA-Factory adds to it.
    if (options.megatron && parameter.owner === "training" && parameter.origin === "llamafactory") return;
    if (parameter.releases && !parameter.releases.includes(position)) return;
    if (parameter.transformers && parameter.transformers !== options.transformers) return;
    // A class that LLaMA-Factory derives overrides the field it inherits.
    if (keys.has(parameter.name) && parameter.origin === "transformers") return;
    keys.set(parameter.name, options.transformers === "4.57" ? asIn4(parameter) : parameter);
  };
  for (const parameter of catalog.parameters) add(parameter);
  if (position < RELEASES.indexOf("v0.9.5")) {
    for (const { name, owner, types, default: value, releases } of catalog.removed) {
      if (releases.includes(position))
        add({ name, owner, origin: "llamafactory", types, nullable: true, default: value, releases, at: "" });
    }
  }
  return keys;
}

function asIn4(parameter: CatalogParameter): CatalogParameter {
  if (!parameter.in4) return parameter;
  const { notNull, ...differences } = parameter.in4;
  const { nullable, ...rest } = parameter;
  return { ...rest, ...(nullable && !notNull ? { nullable } : {}), ...differences };
}
