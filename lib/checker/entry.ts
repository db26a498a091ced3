import type { PyValue } from "./python/values";

/** A stretch of the reader's text; lines and columns count from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** One parameter as the reader wrote it. */
export interface Entry {
  readonly name: string;
  readonly value: PyValue;
  /** The text of a scalar, before YAML gave it a type. */
  readonly source?: string;
  readonly from: "file" | "override" | "flag";
  readonly keyPlace: Place | null;
  readonly valuePlace: Place | null;
}
