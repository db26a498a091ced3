import { numberOf, type PyValue, repr, typeName } from "./values";

/** An exception that upstream's own code would run into because a value is not what the code computes with. */
export class PyError extends Error {
  constructor(
    readonly exception:
      | "TypeError"
      | "ValueError"
      | "AttributeError"
      | "JSONDecodeError"
      | "FileNotFoundError"
      | "ZeroDivisionError"
      | "OverflowError",
    message: string,
    /** The parameters whose values are to blame. */
    readonly parameters: readonly string[],
  ) {
    super(message);
  }
}

export interface Operand {
  readonly name?: string;
  readonly value: PyValue;
}

const names = (...operands: readonly Operand[]) => operands.flatMap((operand) => operand.name ?? []);

/** `a < b` and its kin: numbers compare, two strings or two lists do too, everything else is a TypeError. */
export function compare(a: Operand, operator: "<" | ">" | "<=" | ">=", b: Operand): boolean {
  const left = numberOf(a.value);
  const right = numberOf(b.value);
  const holds = (order: number) =>
    operator === "<" ? order < 0 : operator === ">" ? order > 0 : operator === "<=" ? order <= 0 : order >= 0;
  if (left !== undefined && right !== undefined) {
    if (Number.isNaN(left) || Number.isNaN(right)) return false;
    return holds(left < right ? -1 : left > right ? 1 : 0);
  }
  if (typeof a.value === "string" && typeof b.value === "string")
    return holds(a.value < b.value ? -1 : a.value > b.value ? 1 : 0);
  const types = [a.value, b.value].map((value) => `'${typeName(value)}'`).join(" and ");
  throw new PyError("TypeError", `'${operator}' not supported between instances of ${types}`, names(a, b));
}

/** `len(x)`. */
export function length(operand: Operand): number {
  const { value } = operand;
  if (typeof value === "string") return [...value].length;
  if (value instanceof Map) return value.size;
  if (Array.isArray(value)) return value.length;
  throw new PyError("TypeError", `object of type '${typeName(value)}' has no len()`, names(operand));
}

/** `int(x)` for what a configuration can hold. */
export function toInt(operand: Operand): number {
  const { value } = operand;
  const number = numberOf(value);
  if (number !== undefined) {
    if (Number.isNaN(number)) throw new PyError("ValueError", "cannot convert float NaN to integer", names(operand));
    if (!Number.isFinite(number))
      throw new PyError("OverflowError", "cannot convert float infinity to integer", names(operand));
    return Math.trunc(number);
  }
  if (typeof value === "string") {
    if (/^\s*[-+]?[0-9]+(?:_[0-9]+)*\s*$/.test(value)) return Number(value.replaceAll("_", ""));
    throw new PyError("ValueError", `invalid literal for int() with base 10: ${repr(value)}`, names(operand));
  }
  throw new PyError(
    "TypeError",
    `int() argument must be a string, a bytes-like object or a real number, not '${typeName(value)}'`,
    names(operand),
  );
}

const FLOAT_TEXT =
  /^\s*[-+]?(?:[0-9](?:_?[0-9])*\.?(?:[0-9](?:_?[0-9])*)?|\.[0-9](?:_?[0-9])*)(?:[eE][-+]?[0-9](?:_?[0-9])*)?\s*$/;

/** `float(x)` for what a configuration can hold. */
export function toFloat(operand: Operand): number {
  const { value } = operand;
  const number = numberOf(value);
  if (number !== undefined) return number;
  if (typeof value === "string") {
    if (FLOAT_TEXT.test(value)) return Number(value.replaceAll("_", ""));
    const word = value.trim().toLowerCase();
    if (/^[-+]?(inf|infinity|nan)$/.test(word))
      return word.includes("nan") ? Number.NaN : word[0] === "-" ? -Infinity : Infinity;
    throw new PyError("ValueError", `could not convert string to float: ${repr(value)}`, names(operand));
  }
  throw new PyError(
    "TypeError",
    `float() argument must be a string or a real number, not '${typeName(value)}'`,
    names(operand),
  );
}
