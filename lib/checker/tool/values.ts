import { type CheckerCatalog, type Json, keySet } from "../catalog";
import type { CheckResult } from "../check";

/** The value that a run has in the end: what upstream makes of it, else as written, else the default. */
export type ReadValue = (name: string) => unknown;

export function valuesOf(result: CheckResult, catalog: CheckerCatalog): ReadValue {
  const { command, release, transformers } = result;
  const keys = keySet(catalog, { command, release, transformers, megatron: false });
  const written = new Map(result.explanations.map(({ name, value }) => [name, value]));
  return (name) => {
    if (Object.hasOwn(result.resolved, name)) return result.resolved[name];
    const text = written.get(name);
    return text === undefined ? (keys.get(name)?.default ?? null) : valueOfText(text);
  };
}

/** What an explanation shows is Python's text of a value. */
function valueOfText(text: string): Json {
  if (text === "None") return null;
  if (text === "True") return true;
  if (text === "False") return false;
  if (/^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(text)) return Number(text);
  return text;
}

export function asNumber(value: unknown): number | null {
  if (typeof value === "number") return Number.isFinite(value) ? value : null;
  return typeof value === "string" && value.trim() !== "" && Number.isFinite(Number(value)) ? Number(value) : null;
}

export function asWhole(value: unknown): number | null {
  const number = asNumber(value);
  return number !== null && Number.isSafeInteger(number) ? number : null;
}

/** Python's truth: a text that is not empty counts as true. */
export const isOn = (value: unknown): boolean =>
  value !== null && value !== undefined && value !== false && value !== 0 && value !== "";

export function asNames(value: unknown): string[] {
  const items = Array.isArray(value) ? value : typeof value === "string" ? value.split(",") : [];
  return items.map((item) => String(item).trim()).filter(Boolean);
}

/** Whether a list is nothing but the written text split at its commas, which upstream does to many keys and nobody needs told. */
export function isOnlySplit(written: string, value: unknown): boolean {
  if (!Array.isArray(value)) return false;
  const items = written.split(",").map((item) => item.trim());
  return items.length === value.length && items.every((item, index) => item === value[index]);
}
