import type { Data } from "../rule";

/** Why a configuration could not be read: the rule to report, upstream's words, and where. */
export class ReadProblem extends Error {
  constructor(
    readonly rule: string,
    readonly upstreamText: string | null,
    readonly details: {
      readonly data?: Data;
      readonly parameters?: readonly string[];
      readonly place?: { readonly line: number; readonly column: number };
    } = {},
  ) {
    super(rule);
  }
}
