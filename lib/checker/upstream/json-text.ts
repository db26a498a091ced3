import type { Config } from "../config";
import { PyError } from "../python/errors";
import { PyFloat, type PyValue } from "../python/values";

/** What upstream reads out of a text that begins with a brace; undefined where it leaves the value alone. */
export function jsonText(config: Config, name: string): PyValue | undefined {
  const value = config.raw(name);
  if (typeof value !== "string" || !value.startsWith("{")) return undefined;
  try {
    return fromJson(JSON.parse(value));
  } catch {
    throw new PyError("JSONDecodeError", decodeMessage(value), [name]);
  }
}

function fromJson(value: unknown): PyValue {
  if (typeof value === "number") return Number.isInteger(value) ? value : new PyFloat(value);
  if (Array.isArray(value)) return value.map(fromJson);
  if (value !== null && typeof value === "object")
    return new Map(Object.entries(value).map(([key, item]) => [key, fromJson(item)]));
  return value as PyValue;
}

function decodeMessage(text: string): string {
  const rest = text.slice(1).trimStart();
  const at = text.length - rest.length;
  if (rest === "" || (rest[0] !== '"' && rest[0] !== "}"))
    return `Expecting property name enclosed in double quotes: line 1 column ${at + 1} (char ${at})`;
  return "Expecting value or delimiter";
}
