import type { Entry } from "../entry";
import type { PyDict, PyValue } from "../python/values";
import { loadYaml } from "../yaml/construct";
import { YamlError } from "../yaml/mark";
import { hasValidInterpolations } from "./interpolation";
import { ReadProblem } from "./problem";

/** Merges `key=value` words into a configuration, as `OmegaConf.merge` does with `OmegaConf.from_cli`. */
export function applyOverrides(entries: Map<string, Entry>, words: readonly string[]): Map<string, Entry> {
  const merged = new Map(entries);
  const overrides: PyDict = new Map();
  for (const word of words) {
    const equal = word.indexOf("=");
    const key = equal === -1 ? word : word.slice(0, equal);
    putPath(overrides, splitKey(key), equal === -1 ? null : overrideValue(word.slice(equal + 1), key));
  }
  for (const [key, value] of overrides) {
    const name = String(key);
    const before = merged.get(name);
    if (value === "???" && before) continue;
    const both = before?.value instanceof Map && value instanceof Map ? mergeDicts(before.value, value) : value;
    merged.set(name, {
      name,
      value: both,
      from: "override",
      keyPlace: before?.keyPlace ?? null,
      valuePlace: before?.valuePlace ?? null,
    });
  }
  return merged;
}

function overrideValue(text: string, key: string): PyValue {
  try {
    const { value } = loadYaml(text);
    if (typeof value === "string" && value.includes("${") && !hasValidInterpolations(value))
      throw new ReadProblem("yaml-interpolation", "GrammarParseError", {
        parameters: splitKey(key).slice(0, 1),
        data: { value },
      });
    return value;
  } catch (error) {
    if (!(error instanceof YamlError)) throw error;
    throw new ReadProblem("override-syntax", error.upstreamText("<unicode string>"), {
      parameters: splitKey(key).slice(0, 1),
      data: { word: `${key}=${text}` },
    });
  }
}

/** `a.b[c]` → a, b, c; `.a` → an empty name, a. */
function splitKey(key: string): string[] {
  const head = /^\.*[^.[]*/.exec(key)?.[0] ?? "";
  const parts = head.split(".");
  if (head.length === key.length) return parts;
  if (key[head.length] === "[" && parts.at(-1) === "") parts.pop();
  for (const match of key.slice(head.length).matchAll(/\.([^.[]*)|\[([^\]]*)\]/g))
    parts.push(match[1] ?? match[2] ?? "");
  return parts;
}

function putPath(root: PyDict, path: readonly string[], value: PyValue): void {
  let holder = root;
  for (const part of path.slice(0, -1)) {
    const next = holder.get(part);
    if (next instanceof Map) holder = next;
    else {
      const made: PyDict = new Map();
      holder.set(part, made);
      holder = made;
    }
  }
  const last = path.at(-1) ?? "";
  const before = holder.get(last);
  holder.set(last, before instanceof Map && value instanceof Map ? mergeDicts(before, value) : value);
}

function mergeDicts(before: PyDict, after: PyDict): PyDict {
  const merged: PyDict = new Map(before);
  for (const [key, value] of after) {
    const old = merged.get(key);
    merged.set(key, old instanceof Map && value instanceof Map ? mergeDicts(old, value) : value);
  }
  return merged;
}
