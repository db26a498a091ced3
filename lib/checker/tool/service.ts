/** What the page asks its worker, and the answers. Pure: the worker only adds the catalog and the wire. */

import {
  type CatalogParameter,
  type CheckerCatalog,
  type Command,
  keySet,
  type Release,
  type Transformers,
} from "../catalog";
import { type CheckInput, type CheckOptions, type CheckResult, check } from "../check";
import type { Finding } from "../finding";
import { applyFix, writeValue } from "../fix";
import type { Language } from "../language";
import type { Fix } from "../rule";
import { placeCompanions } from "./companions";
import { compose } from "./compose";
import { type RunFacts, type RunNumbers, runNumbers } from "./numbers";
import type { Wish } from "./wish";

export interface CheckRequest {
  readonly input: Extract<CheckInput, { readonly text: string }>;
  readonly options: CheckOptions;
  readonly facts: RunFacts;
  /** Files that were opened together with the text, by name. */
  readonly files: Readonly<Record<string, string>>;
}

/** A finding with whether its fix can be applied to this text. */
export interface ShownFinding extends Finding {
  readonly isFixable: boolean;
}

export interface Checked extends Omit<CheckResult, "findings"> {
  readonly findings: readonly ShownFinding[];
  readonly numbers: RunNumbers | null;
  readonly milliseconds: number;
}

export interface KnownKey {
  readonly name: string;
  /** What one may write, as YAML; empty where anything of its type goes. */
  readonly values: readonly string[];
  /** The default as YAML; null where there is none. */
  readonly fallback: string | null;
}

export interface KeysRequest {
  readonly command: Command;
  readonly release: Release;
  readonly transformers: Transformers;
}

export interface Questions {
  readonly check: { readonly asks: CheckRequest; readonly answers: Checked };
  readonly fix: { readonly asks: { readonly text: string; readonly fix: Fix }; readonly answers: string | null };
  readonly fixAll: {
    readonly asks: CheckRequest;
    readonly answers: { readonly text: string; readonly applied: number };
  };
  readonly compose: {
    readonly asks: { readonly wish: Wish; readonly language: Language };
    readonly answers: string;
  };
  readonly keys: { readonly asks: KeysRequest; readonly answers: readonly KnownKey[] };
}

export type Answer = {
  readonly [K in keyof Questions]: (asks: Questions[K]["asks"], catalog: CheckerCatalog) => Questions[K]["answers"];
};

export const answer: Answer = {
  check: answerCheck,
  fix: ({ text, fix }) => applyFix(text, fix),
  fixAll,
  compose: ({ wish, language }) => compose(wish, language),
  keys: ({ command, release, transformers }, catalog) =>
    [...keySet(catalog, { command, release, transformers, megatron: false }).values()].map(knownKey),
};

// Whether a fix applies is found by applying it; a text this long has better uses for the time.
const MOST_FIXES_TRIED = 40;
const LONGEST_FIXABLE_TEXT = 200_000;

function answerCheck(request: CheckRequest, catalog: CheckerCatalog): Checked {
  const start = performance.now();
  const options = withFiles(request);
  const { input } = request;
  const result = check(input, options, catalog);
  const tried = input.text.length > LONGEST_FIXABLE_TEXT ? 0 : MOST_FIXES_TRIED;
  let count = 0;
  const findings = result.findings.map((finding) => {
    if (finding.fix === null || count >= tried) return { ...finding, isFixable: false };
    count += 1;
    const fixed = applyFix(input.text, finding.fix);
    return { ...finding, isFixable: fixed !== null && fixed !== input.text };
  });
  const numbers = runNumbers(result, catalog, options.environment ?? {}, request.facts);
  return { ...result, findings, numbers, milliseconds: performance.now() - start };
}

function withFiles({ input, options, files }: CheckRequest): CheckOptions {
  if (Object.keys(files).length === 0) return options;
  return { ...options, environment: { ...options.environment, files: placeCompanions(input.text, files) } };
}

const MOST_ROUNDS = 60;

/** Applies fix after fix, and looks again after each: one fix may settle or raise another finding. Notes are advice and stay. */
function fixAll(request: CheckRequest, catalog: CheckerCatalog): { text: string; applied: number } {
  const options = withFiles(request);
  let { text } = request.input;
  let applied = 0;
  const seen = new Set([text]);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const { findings } = check({ ...request.input, text }, options, catalog);
    const next = findings
      .filter(({ severity, fix }) => severity !== "note" && fix !== null)
      .map(({ fix }) => applyFix(text, fix as Fix))
      .find((fixed): fixed is string => fixed !== null && !seen.has(fixed));
    if (next === undefined) break;
    seen.add(next);
    text = next;
    applied += 1;
  }
  return { text, applied };
}

function knownKey({ name, types, choices, default: value }: CatalogParameter): KnownKey {
  const isYesNo = types.includes("bool") && types.length === 1;
  const values = choices ?? (isYesNo ? [true, false] : []);
  const written = values.filter((choice) => choice === null || typeof choice !== "object").map(writeValue);
  const fallback = value === null || typeof value === "object" ? null : writeValue(value);
  return { name, values: written, fallback };
}
