import { quoted } from "../yaml/quoted";

/** A Python float. Integers are plain numbers, so that `4096` and `4096.0` stay two things, as they are to Python. */
export class PyFloat {
  constructor(readonly value: number) {}
}

/** Something YAML can produce and a configuration never needs: a date, bytes, a set. */
export class PyOther {
  constructor(readonly type: string) {}
}

export type PyKey = string | number | boolean | null | PyFloat;
export type PyDict = Map<PyKey, PyValue>;
export type PyValue = null | boolean | number | PyFloat | string | PyOther | readonly PyValue[] | PyDict;

/** The value for JavaScript's eyes: floats become numbers, dicts become maps of plain values. */
export type PlainValue = null | boolean | number | string | readonly PlainValue[] | ReadonlyMap<string, PlainValue>;

export type PyTypeName = "NoneType" | "bool" | "int" | "float" | "str" | "list" | "dict" | (string & {});

export function typeName(value: PyValue): PyTypeName {
  if (value === null) return "NoneType";
  if (typeof value === "boolean") return "bool";
  if (typeof value === "number") return "int";
  if (typeof value === "string") return "str";
  if (value instanceof PyFloat) return "float";
  if (value instanceof PyOther) return value.type;
  return value instanceof Map ? "dict" : "list";
}

export function plain(value: PyValue): PlainValue {
  if (value instanceof PyFloat) return value.value;
  if (value instanceof PyOther) return `<${value.type}>`;
  if (Array.isArray(value)) return value.map(plain);
  if (value instanceof Map) return new Map([...value].map(([key, item]) => [keyText(key), plain(item)]));
  return value as PlainValue;
}

export function keyText(key: PyKey): string {
  return typeof key === "string" ? key : repr(key);
}

/** Python's repr, as upstream prints values. */
export function repr(value: PyValue): string {
  if (value === null) return "None";
  if (typeof value === "boolean") return value ? "True" : "False";
  if (typeof value === "string") return quoted(value);
  if (value instanceof PyFloat) return floatText(value.value);
  if (typeof value === "number") return wholeText(value);
  if (value instanceof PyOther) return `<${value.type}>`;
  if (value instanceof Map) return `{${[...value].map(([key, item]) => `${repr(key)}: ${repr(item)}`).join(", ")}}`;
  return `[${value.map(repr).join(", ")}]`;
}

/** Python's str: a string stays as it is, everything else is its repr. */
export const str = (value: PyValue): string => (typeof value === "string" ? value : repr(value));

const wholeText = (value: number) => (Number.isSafeInteger(value) ? String(value) : BigInt(value).toString());

export function floatText(value: number): string {
  if (Number.isNaN(value)) return "nan";
  if (!Number.isFinite(value)) return value < 0 ? "-inf" : "inf";
  const size = Math.abs(value);
  if (size !== 0 && (size < 1e-4 || size >= 1e16)) {
    const [digits = "", exponent = "0"] = value.toExponential().split("e");
    const power = Number(exponent);
    return `${digits}e${power < 0 ? "-" : "+"}${String(Math.abs(power)).padStart(2, "0")}`;
  }
  return Number.isInteger(value) ? `${value}.0` : String(value);
}

/** Whether Python's `if` takes the value for true. */
export function isTruthy(value: PyValue): boolean {
  if (value instanceof PyFloat) return value.value !== 0;
  if (value instanceof PyOther) return true;
  if (value instanceof Map) return value.size > 0;
  if (Array.isArray(value)) return value.length > 0;
  return Boolean(value);
}

/** The number behind an int, a float or a bool; undefined for anything else. */
export function numberOf(value: PyValue): number | undefined {
  if (typeof value === "number") return value;
  if (typeof value === "boolean") return value ? 1 : 0;
  return value instanceof PyFloat ? value.value : undefined;
}

/** Python's `==`: `1 == 1.0 == True`, while `"1"` equals no number. */
export function equals(a: PyValue, b: PyValue): boolean {
  const left = numberOf(a);
  const right = numberOf(b);
  if (left !== undefined || right !== undefined) return left === right;
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((item, i) => equals(item, b[i] ?? null));
  return a === b;
}
