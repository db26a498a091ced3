/** What an upgrade needs to know; small enough to be fetched by the browser. Built by `load.ts`. */

import type { Json } from "@/lib/checker/catalog";
import type { Histories } from "@/lib/history/history";

/** A value that a release stopped taking, with what says the same since then. */
export interface ReplacedValue {
  readonly key: string;
  readonly value: Json;
  /** The first release that refuses it. */
  readonly removedIn: string;
  readonly use: Readonly<Record<string, Json>>;
}

export interface KeyPlace {
  /** Where the described release declares the key, or the last one that had it. */
  readonly file: string;
  /** Of the file in the release `lineIn`. */
  readonly line: number;
  readonly lineIn: string;
  /** The commit that took the key out. */
  readonly commit?: string;
}

export interface InheritedKey {
  readonly name: string;
  /** The lines of transformers that have it; both where this is missing. */
  readonly only?: "4" | "5";
  readonly replacedBy?: readonly string[];
}

export interface UpgradeFacts {
  readonly histories: Histories;
  readonly places: Readonly<Record<string, KeyPlace>>;
  readonly values: readonly ReplacedValue[];
  /** Keys of transformers' own training arguments. */
  readonly inherited: readonly InheritedKey[];
}

const repository = "https://github.com/hiyouga/LLaMA-Factory";

export interface ChangeSource {
  readonly text: string;
  readonly url: string;
}

/** The declaration of a key as of a release; with the line where the facts know it. */
export function sourceAt(facts: UpgradeFacts, key: string, release: string): ChangeSource | null {
  const place = facts.places[key];
  if (place === undefined || release === "main") return null;
  const { releases } = facts.histories;
  // The package was called llmtuner until v0.8.0.
  const isOld = releases.indexOf(release) < releases.indexOf("v0.8.0");
  const file = isOld ? place.file.replace("src/llamafactory/", "src/llmtuner/") : place.file;
  const hasLine = place.lineIn === release;
  return {
    text: `${file}${hasLine ? `:${place.line}` : ""} @ ${release}`,
    url: `${repository}/blob/${release}/${file}${hasLine ? `#L${place.line}` : ""}`,
  };
}

/** The commit that took a key out, else its last declaration. */
export function removalSource(facts: UpgradeFacts, key: string): ChangeSource | null {
  const place = facts.places[key];
  if (place === undefined) return null;
  if (place.commit === undefined) return sourceAt(facts, key, place.lineIn);
  return { text: `commit ${place.commit}`, url: `${repository}/commit/${place.commit}` };
}
