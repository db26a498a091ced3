/** Another framework's YAML or command line as keys with values. */

import type { Json } from "@/lib/checker/catalog";
import { type PyValue, plain } from "@/lib/checker/python/values";
import { readConfigFile } from "@/lib/checker/read/config-file";
import { ReadProblem } from "@/lib/checker/read/problem";
import { splitCommands } from "@/lib/checker/read/shell";
import type { Bilingual } from "@/lib/i18n/languages";
import type { SourceConfig, SourceFramework, SourceKey } from "./types";

export class SourceProblem extends Error {
  constructor(readonly what: Bilingual) {
    super(what.en);
  }
}

/** @throws SourceProblem where the text is neither YAML nor a command of the framework */
export function readSource(text: string, from: SourceFramework): SourceConfig {
  const command = from === "ms-swift" ? readCommand(text) : null;
  if (command !== null) return command;
  try {
    const entries = readConfigFile(text, "config.yaml");
    const keys = [...entries.values()].map(({ name, value, keyPlace }): [string, SourceKey] => [
      name,
      { value: toJson(value), line: keyPlace?.line ?? null },
    ]);
    return { keys: new Map(keys), command: null, processes: 1 };
  } catch (error) {
    if (!(error instanceof ReadProblem)) throw error;
    const line = error.details.place?.line;
    const reason = error.upstreamText ?? error.rule;
    throw new SourceProblem({
      en: `${line === undefined ? "" : `line ${line}: `}${reason}`,
      zh: `${line === undefined ? "" : `第 ${line} 行：`}${reason}`,
    });
  }
}

function toJson(value: PyValue): Json {
  const convert = (item: unknown): Json => {
    if (item instanceof Map) return Object.fromEntries([...item].map(([key, inner]) => [String(key), convert(inner)]));
    if (Array.isArray(item)) return item.map(convert);
    if (typeof item === "number" && !Number.isFinite(item)) return String(item);
    return item as Json;
  };
  return convert(plain(value));
}

/** `swift sft --model … --dataset a b`, with variables in front and lines that end in a backslash; null where there is none. */
function readCommand(text: string): SourceConfig | null {
  if (!/(?:^|[\s;&])(?:\S*\/)?swift\s+(?:sft|pt|rlhf)\b/m.test(text) && !/^\s*--\w/.test(text)) return null;
  let processes = 1;
  for (const words of splitCommands(expand(text))) {
    const texts = words.map((word) => word.text);
    for (const word of texts) {
      const [, count] = /^NPROC_PER_NODE=(\d+)$/.exec(word) ?? [];
      if (count !== undefined) processes = Number(count);
    }
    const at = texts.findIndex((word, index) => {
      return /(?:^|\/)swift$/.test(word) && /^(sft|pt|rlhf)$/.test(texts[index + 1] ?? "");
    });
    if (at < 0 && !texts[0]?.startsWith("--")) continue;
    const flags = words.slice(at < 0 ? 0 : at + 2);
    const [first] = flags;
    if (first && /\.(ya?ml|json)$/.test(first.text))
      throw new SourceProblem({
        en: `The values stand in ${first.text}: convert that file.`,
        zh: `取值写在 ${first.text} 里，请转换那个文件。`,
      });
    const keys = readFlags(flags);
    return { keys, command: at < 0 ? null : (texts[at + 1] ?? null), processes };
  }
  return null;
}

/** Puts in what the script itself says: `n=4` above `$n`, and `$(expr 16 / $n)`. */
function expand(text: string): string {
  const values = new Map<string, string>();
  for (const [, name = "", value = ""] of text.matchAll(/^\s*(?:export\s+)?([A-Za-z_]\w*)=([\w./-]+)\s*$/gm))
    values.set(name, value);
  return text
    .replace(/\$\{?([A-Za-z_]\w*)\}?/g, (whole, name: string) => values.get(name) ?? whole)
    .replace(/\$\(\s*expr\s+([\d\s/*]+)\)|\$\(\(([\d\s/*]+)\)\)/g, (whole, first?: string, second?: string) => {
      const [head, ...rest] = (first ?? second ?? "").trim().split(/\s+/);
      let result = Number(head);
      for (let at = 0; at + 1 < rest.length; at += 2) {
        const operand = Number(rest[at + 1]);
        result = rest[at] === "*" ? result * operand : Math.floor(result / operand);
      }
      return Number.isFinite(result) ? String(result) : whole;
    });
}

function readFlags(words: readonly { readonly text: string; readonly place: { readonly line: number } | null }[]) {
  const keys = new Map<string, SourceKey>();
  let name: string | null = null;
  for (const { text, place } of words) {
    const [, flag, given] = /^--([A-Za-z][\w-]*)(?:=(.*))?$/s.exec(text) ?? [];
    if (flag !== undefined) {
      name = flag.replaceAll("-", "_");
      keys.set(name, { value: given === undefined ? true : scalar(given), line: place?.line ?? null });
      if (given !== undefined) name = null;
      continue;
    }
    const own = name === null ? undefined : keys.get(name);
    if (name === null || own === undefined) continue;
    const value = scalar(text);
    const all: Json = own.value === true ? value : [own.value, value].flat();
    keys.set(name, { ...own, value: all });
  }
  return keys;
}

function scalar(text: string): Json {
  if (/^true$/i.test(text)) return true;
  if (/^false$/i.test(text)) return false;
  if (/^(none|null)$/i.test(text)) return null;
  if (/^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(text)) return Number(text);
  if (/^[[{]/.test(text)) {
    try {
      return JSON.parse(text) as Json;
    } catch {
      return text;
    }
  }
  return text;
}
