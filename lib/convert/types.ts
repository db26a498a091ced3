import type { Json } from "@/lib/checker/catalog";
import type { Bilingual } from "@/lib/i18n/languages";

export type ItemKind =
  /** Only the name changed, or not even that. */
  | "same"
  /** Written in another way; `note` says what is different. */
  | "converted"
  /** The source framework's default, which is not LLaMA-Factory's, written out. */
  | "default"
  /** LLaMA-Factory does it anyhow, or the key has no value. */
  | "unneeded"
  /** No counterpart: what the key asked for is lost. */
  | "lost";

export const sourceFrameworks = ["axolotl", "ms-swift"] as const;
export type SourceFramework = (typeof sourceFrameworks)[number];

/** What the conversion takes from content; small enough to be fetched by the browser. */
export interface ConvertFacts {
  /** Keys of the other framework whose values carry over; a rule of the framework's comes before them. */
  readonly names: Readonly<Record<SourceFramework, Readonly<Record<string, string>>>>;
  /** Values that a parameter takes, where another framework has more. */
  readonly choices: Readonly<Record<"optim" | "lr_scheduler_type", readonly string[]>>;
}

export interface SourceKey {
  readonly value: Json;
  readonly line: number | null;
}

/** The other framework's configuration as it was read. */
export interface SourceConfig {
  readonly keys: ReadonlyMap<string, SourceKey>;
  /** `swift sft`, `swift pt`, `swift rlhf`; null for a file. */
  readonly command: string | null;
  /** Processes, as far as the command says. */
  readonly processes: number;
}

export interface Outcome {
  readonly kind: ItemKind;
  readonly use: Readonly<Record<string, Json>>;
  readonly note?: Bilingual;
  /** Entries for dataset_info.json. */
  readonly datasetInfo?: Readonly<Record<string, Json>>;
}

export interface Target {
  readonly keys: Map<string, Json>;
  readonly datasetInfo: Record<string, Json>;
}

export interface Default {
  /** The key of the other framework that was not written. */
  readonly key: string;
  readonly use: Readonly<Record<string, Json>>;
  readonly note: Bilingual;
}

export type Rule = (value: Json, source: SourceConfig, facts: ConvertFacts) => Outcome;

export interface FrameworkRules {
  readonly rules: Readonly<Record<string, Rule>>;
  readonly defaults: (source: SourceConfig, target: Target, facts: ConvertFacts) => readonly Default[];
  /** Why there is nothing to convert to. */
  readonly check: (source: SourceConfig) => Bilingual | null;
}

export function valueIn(source: SourceConfig, key: string): Json {
  return source.keys.get(key)?.value ?? null;
}

export function isOn(source: SourceConfig, key: string): boolean {
  return valueIn(source, key) === true;
}

export const same = (use: Readonly<Record<string, Json>>): Outcome => ({ kind: "same", use });
export const converted = (use: Readonly<Record<string, Json>>, en: string, zh: string): Outcome => ({
  kind: "converted",
  use,
  note: { en, zh },
});
export const unneeded = (en: string, zh: string): Outcome => ({ kind: "unneeded", use: {}, note: { en, zh } });
export const lost = (en: string, zh: string): Outcome => ({ kind: "lost", use: {}, note: { en, zh } });

/** LLaMA-Factory takes lists as one string with commas. */
export function commaList(value: Json): string {
  return Array.isArray(value) ? value.map(inWords).join(",") : inWords(value);
}

/** A value inside a sentence. */
export function inWords(value: Json): string {
  return typeof value === "object" && value !== null ? JSON.stringify(value) : String(value);
}
