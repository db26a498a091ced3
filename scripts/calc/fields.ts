/** Reading fields of records that anybody may have written. */

export type CalcRecord = Readonly<Record<string, unknown>>;

/** Why a record has no computed values; becomes the record's `reason`. */
export class Uncomputable extends Error {}

export function isRecord(value: unknown): value is CalcRecord {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A finite number under one of the names, or the default; a missing number without a default is uncomputable. */
export function readNumber(record: CalcRecord, names: readonly string[], otherwise?: number): number {
  for (const name of names) {
    const value = record[name];
    if (value === undefined || value === null) continue;
    if (typeof value === "number" && Number.isFinite(value)) return value;
    throw new Uncomputable(`${name} is no number: ${JSON.stringify(value)}`);
  }
  if (otherwise !== undefined) return otherwise;
  throw new Uncomputable(`${names.join(" or ")} is missing`);
}

/** A whole number of at least `least`. */
export function readCount(record: CalcRecord, names: readonly string[], otherwise?: number, least = 1): number {
  const value = readNumber(record, names, otherwise);
  if (Number.isInteger(value) && value >= least) return value;
  throw new Uncomputable(`${names[0]} must be a whole number, ${least} or more: ${value}`);
}

export function readText(record: CalcRecord, name: string, otherwise = ""): string {
  const value = record[name];
  return typeof value === "string" ? value : otherwise;
}
