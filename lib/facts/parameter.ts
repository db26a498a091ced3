/** What a machine read about a parameter, narrowed so that nonsense cannot be said. */

export type ReleaseTag = string;
export type Origin = "llamafactory" | "transformers";
export type Command = "train" | "infer" | "eval";
export type Scalar = string | number | boolean | null;

export const groupIds = [
  "model",
  "data",
  "training",
  "finetuning",
  "generating",
  "evaluation",
  "megatron",
  "ktransformers-runtime",
] as const;
export type GroupId = (typeof groupIds)[number];

export type Availability =
  | { kind: "released"; since: ReleaseTag | null }
  | { kind: "main-only" }
  | { kind: "removed"; since: ReleaseTag; lastIn: ReleaseTag; removedIn: ReleaseTag; replacedBy: readonly string[] }
  /** In transformers 4.x, which the described release allows, but gone or on its way out in 5.x, or the reverse. */
  | { kind: "transformers-4-only"; replacedBy: readonly string[] }
  | { kind: "transformers-5-only" }
  /** Upstream fills it in; YAML cannot set it. */
  | { kind: "computed"; since: ReleaseTag };

export interface SourceRef {
  readonly repository: "hiyouga/LLaMA-Factory" | "huggingface/transformers";
  /** Tag or commit. */
  readonly ref: string;
  readonly file: string;
  readonly line: number;
}

/** A default that upstream computes from other parameters when the key is left out. */
export type DerivedDefault =
  | { kind: "literal"; value: Scalar | readonly Scalar[] }
  | { kind: "copy"; of: string }
  | { kind: "product"; of: string; factor: number }
  | { kind: "equals"; of: string; value: Scalar };

export interface FactChange {
  /** The first release (of LLaMA-Factory) or version (of transformers) with the new value. */
  readonly release: string;
  readonly field: string;
  readonly from: unknown;
  readonly to: unknown;
}

export interface ParameterFacts {
  readonly name: string;
  readonly origin: Origin;
  readonly group: GroupId;
  readonly subgroup: string | null;
  readonly dataclass: string;
  /** As one writes it in Python: `int`, `float`, `str`, `dict`, …; several for a union. */
  readonly types: readonly string[];
  readonly nullable: boolean;
  /** One string in YAML that upstream splits at commas. */
  readonly commaList: boolean;
  readonly choices: readonly Scalar[] | null;
  readonly default: unknown;
  readonly derivedDefault: (DerivedDefault & { readonly source: SourceRef }) | null;
  readonly commands: readonly Command[];
  readonly deprecated: boolean;
  readonly source: SourceRef;
  readonly availability: Availability;
  readonly changes: readonly FactChange[];
  /** Releases of LLaMA-Factory that have the key, oldest first; empty for keys inherited from transformers. */
  readonly releases: readonly ReleaseTag[];
  readonly boardLabel: { readonly zh: string; readonly en: string } | null;
  readonly replacedValues: readonly { value: Scalar; removedIn: ReleaseTag; use: Record<string, Scalar> }[];
}

export interface EnvironmentSwitch {
  readonly name: string;
  readonly kind: string;
  readonly default: Scalar;
  readonly sources: readonly SourceRef[];
}
