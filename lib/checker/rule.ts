import type { Command, Json, Release, Transformers } from "./catalog";
import type { Config } from "./config";
import type { Language } from "./language";

/**
 * `error`: upstream's parser refuses the configuration. `warning`: it starts and then stops, or ignores or alters the
 * value. `note`: it runs, and most readers want something else.
 */
export type Severity = "error" | "warning" | "note";

/** The steps of upstream's start-up, in which rules are looked at; see `run.ts` for their order per command. */
export type Phase =
  | "read"
  | "import"
  | "ray"
  | "model"
  | "data"
  | "training"
  | "evaluation"
  | "finetuning"
  | "keys"
  | "train-checks"
  | "infer-checks"
  | "eval-checks"
  | "verify"
  | "dependencies"
  | "trackio"
  | "train-after"
  | "infer-after"
  | "dispatch"
  /** Behind the parser: loading the data and the model, and training itself. Never an error. */
  | "later"
  /** No line of upstream refuses or alters anything; the checker reads the value against what it is declared as. */
  | "values";

export type RuleSource =
  | { readonly release: Release; readonly file: string; readonly line: number }
  | { readonly package: "transformers"; readonly version: string; readonly file: string; readonly line: number | null }
  | { readonly package: "accelerate" | "omegaconf" | "pyyaml" | "python" | "mcore_adapter"; readonly file: string };

/** One change to the reader's configuration that settles a finding. */
export type Edit =
  | { readonly kind: "set"; readonly key: string; readonly value: Json }
  | { readonly kind: "remove"; readonly key: string }
  | { readonly kind: "rename"; readonly key: string; readonly to: string };
export type Fix = readonly Edit[];

export type Data = { readonly [name: string]: string | number };

export interface Report<D extends Data> {
  /** The parameter whose line the finding stands at; where it is not written, one of `reads` that is. */
  readonly at: string | null;
  readonly data: D;
  /** For this place only; else the rule's own. */
  readonly severity?: Severity;
  /** The parameters at fault where they are not simply the ones that the rule reads. */
  readonly parameters?: readonly string[];
  readonly upstreamMessage?: string;
  readonly fix?: Fix;
  readonly place?: { readonly line: number; readonly column: number };
}

export interface Rule<D extends Data = Data> {
  readonly id: string;
  readonly severity: Severity;
  readonly phase: Phase;
  readonly commands: readonly Command[];
  readonly source: RuleSource;
  /** The releases that were looked at and have the rule: from the first one on, and whether main still has it. */
  readonly holds?: { readonly since: Release; readonly main: boolean };
  /** Where the rule belongs to one line of transformers only. */
  readonly transformers?: Transformers;
  /** Also links the rule from these parameters' pages. */
  readonly reads: readonly string[];
  /** Upstream's own words; `{x}` stands for what it inserts. */
  readonly upstreamMessage?: string;
  /** Finds what is wrong. May run into a PyError where upstream's own code would, which is then the finding. */
  check?(config: Config): readonly Report<D>[];
  /** What upstream changes at this point, whether or not there is anything to report. */
  adjust?(config: Config): void;
  readonly message: Readonly<Record<Language, (data: D) => string>>;
}

/** Gives a rule's data its type inside the rule and hides it outside, so that all rules fit into one list. */
export function defineRule<D extends Data>(rule: Rule<D>): Rule {
  return rule as unknown as Rule;
}

/** For a rule that only adjusts: upstream's change shows in the resolved configuration, and nothing is reported. */
export const silent: Rule["message"] = { en: () => "", zh: () => "" };
