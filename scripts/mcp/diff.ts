import { loadParameters } from "@/lib/catalog";
import { plain } from "@/lib/checker/python/values";
import { readConfigFile } from "@/lib/checker/read/config-file";
import { countsOf, differences } from "@/lib/history/history";
import { loadHistories } from "@/lib/history/load";

/** What lies between two releases. @throws when there is no such release */
export function diffReleases(from: string, to: string) {
  const found = differences(loadHistories(), from, to);
  return { from, to, counts: countsOf(found), ...found };
}

/** What two configurations say differently; a key that only one of them writes is held against upstream's default. */
export function diffConfigs(first: string, second: string) {
  const a = valuesOf(first);
  const b = valuesOf(second);
  const defaultOf = (name: string) => loadParameters().get(name)?.facts.default ?? null;
  const isSame = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other);
  const names = [...new Set([...a.keys(), ...b.keys()])].sort();
  const changed: { key: string; a: unknown; b: unknown; writtenIn: "both" | "a" | "b"; isKnown: boolean }[] = [];
  const onlyWritten: string[] = [];
  for (const key of names) {
    const isKnown = loadParameters().has(key);
    const one = a.has(key) ? a.get(key) : defaultOf(key);
    const other = b.has(key) ? b.get(key) : defaultOf(key);
    const writtenIn = a.has(key) && b.has(key) ? "both" : a.has(key) ? "a" : "b";
    if (!isSame(one, other)) changed.push({ key, a: one, b: other, writtenIn, isKnown });
    else if (writtenIn !== "both") onlyWritten.push(key);
  }
  return { changed, writtenInOneButDefault: onlyWritten, same: names.length - changed.length - onlyWritten.length };
}

function valuesOf(text: string): Map<string, unknown> {
  const convert = (value: unknown): unknown => {
    if (value instanceof Map) return Object.fromEntries([...value].map(([key, item]) => [key, convert(item)]));
    return Array.isArray(value) ? value.map(convert) : value;
  };
  const entries = readConfigFile(text, "config.yaml");
  return new Map([...entries].map(([name, { value }]) => [name, convert(plain(value))]));
}
