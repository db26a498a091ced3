import type { Entry, Place } from "../entry";
import { keyText, type PyKey, PyOther, type PyValue, repr, typeName } from "../python/values";
import { AliasesExplode, type Document, loadYaml, type Pair } from "../yaml/construct";
import { YamlError } from "../yaml/mark";
import { NestingTooDeep, type Node } from "../yaml/nodes";
import type { YamlDialect } from "../yaml/tags";
import { hasValidInterpolations } from "./interpolation";
import { ReadProblem } from "./problem";

const CONFLICT = /^(<{7}|={7}|>{7}|\|{7})( |$)/;

export interface FileDialect {
  readonly yaml: YamlDialect;
  readonly omegaConf: boolean;
}
const TODAY: FileDialect = { yaml: "omegaconf", omegaConf: true };

/** Reads a configuration file as `OmegaConf.load` does, or as an earlier release did. */
export function readConfigFile(text: string, fileName: string, dialect: FileDialect = TODAY): Map<string, Entry> {
  const document = load(text, fileName, dialect);
  if (!dialect.omegaConf) return fromPlainYaml(document);
  const { value } = document;
  if (value === null) return new Map();
  if (value instanceof Map) return toEntries(document);
  if (typeof value === "string") return fromSentence(value, fileName, dialect);
  if (Array.isArray(value)) {
    checkValue(value, null, document.root);
    throw new ReadProblem("yaml-not-a-mapping", "Cannot merge DictConfig with ListConfig", { data: { type: "list" } });
  }
  const type = typeName(value);
  throw new ReadProblem("yaml-not-a-mapping", `Invalid loaded object type: ${type}`, { data: { type } });
}

// OmegaConf reads a text that is one string a second time, and takes a plain sentence for a key without a value.
function fromSentence(text: string, fileName: string, dialect: FileDialect): Map<string, Entry> {
  const again = load(text, fileName, dialect);
  if (again.value instanceof Map) return toEntries(again);
  if (again.value === null) return new Map();
  if (typeof again.value !== "string")
    throw new ReadProblem("yaml-not-a-mapping", "Unsupported type", { data: { type: typeName(again.value) } });
  const name = again.value;
  const place = { line: 1, column: 1, endLine: 1, endColumn: 1 + name.length };
  return new Map([[name, { name, value: null, from: "file", keyPlace: place, valuePlace: place }]]);
}

/** Up to v0.9.2 nothing looked at the values: whatever a mapping holds is handed on. */
function fromPlainYaml(document: Document): Map<string, Entry> {
  const { value } = document;
  if (value instanceof Map)
    return new Map(document.pairs.map((pair) => [keyText(pair.key), entryOf(keyText(pair.key), pair)]));
  const type = typeName(value);
  throw new ReadProblem("yaml-not-a-mapping", `'${type}' object has no attribute 'keys'`, { data: { type } });
}

function load(text: string, fileName: string, dialect: FileDialect): Document {
  try {
    return loadYaml(text, dialect.yaml);
  } catch (error) {
    throw asProblem(error, text, fileName);
  }
}

function asProblem(error: unknown, text: string, fileName: string): unknown {
  if (error instanceof NestingTooDeep) {
    return new ReadProblem("yaml-too-deep", error.message, {
      place: error.mark,
      parameters: topKeyAt(text, error.mark.line),
    });
  }
  if (error instanceof AliasesExplode) {
    const place = error.node.start;
    const upstream = error.reason === "recursive" ? "maximum recursion depth exceeded" : null;
    return new ReadProblem("yaml-aliases-explode", upstream, { place, parameters: topKeyAt(text, place.line) });
  }
  if (!(error instanceof YamlError)) return error;
  const lines = text.split(/\r\n?|\n/);
  const conflict = lines.findIndex((line) => CONFLICT.test(line));
  const upstream = error.upstreamText(fileName);
  if (conflict !== -1)
    return new ReadProblem("yaml-merge-conflict", upstream, { place: { line: conflict + 1, column: 1 } });
  const line = lines[error.mark.line - 1] ?? "";
  const details = {
    place: { line: error.mark.line, column: error.mark.column },
    parameters: topKeyAt(text, (error.context?.text.startsWith("while scanning") ? error.context : error).mark.line),
  };
  if (error.kind === "ReaderError")
    return new ReadProblem("yaml-unprintable", upstream, { ...details, data: { problem: error.problem } });
  if (error.problem.startsWith("found duplicate key")) {
    return new ReadProblem("yaml-duplicate-key", upstream, { ...details, data: { key: error.problem.slice(20) } });
  }
  if (error.problem.includes("'\\t'")) return new ReadProblem("yaml-tab", upstream, details);
  if (error.kind === "ComposerError" && error.problem.includes("undefined alias"))
    return new ReadProblem("yaml-undefined-alias", upstream, details);
  if (error.problem === "but found another document")
    return new ReadProblem("yaml-several-documents", upstream, details);
  if (error.problem.startsWith("could not determine a constructor"))
    return new ReadProblem("yaml-unknown-tag", upstream, details);
  if (error.problem === "mapping values are not allowed here")
    return new ReadProblem("yaml-colon-in-value", upstream, { ...details, data: { line: line.trim() } });
  if (error.problem.includes("cannot start any token") || /alphabetic or numeric character/.test(error.problem))
    return new ReadProblem("yaml-reserved-character", upstream, {
      ...details,
      data: { character: line[error.mark.column - 1] ?? "" },
    });
  return new ReadProblem("yaml-syntax", upstream, details);
}

/** The name of the top-level key that a line belongs to. */
function topKeyAt(text: string, line: number): string[] {
  const lines = text
    .split(/\r\n?|\n/)
    .slice(0, line)
    .reverse();
  for (const candidate of lines) {
    const key = /^["']?([A-Za-z_][\w.-]*)["']?\s*:/.exec(candidate);
    if (key?.[1]) return [key[1]];
    if (/^\S/.test(candidate)) return [];
  }
  return [];
}

function toEntries(document: Document): Map<string, Entry> {
  const entries = new Map<string, Entry>();
  for (const pair of document.pairs) {
    checkKey(pair.key, pair.keyNode, []);
    const name = keyText(pair.key);
    checkValue(pair.value, name, pair.valueNode);
    entries.set(name, entryOf(name, pair));
  }
  return entries;
}

function entryOf(name: string, pair: Pair): Entry {
  const { valueNode } = pair;
  return {
    name,
    value: pair.value,
    from: "file",
    ...(valueNode.kind === "scalar" ? { source: valueNode.value } : {}),
    keyPlace: placeOf(pair.keyNode),
    valuePlace: placeOf(valueNode),
  };
}

function placeOf(node: Node): Place {
  const { start, end } = node;
  return { line: start.line, column: start.column, endLine: end.line, endColumn: end.column };
}

function checkKey(key: PyKey, node: Node | null, parameters: readonly string[]): void {
  if (key !== null) return;
  const place = node ? { place: node.start } : {};
  throw new ReadProblem("yaml-key-type", "Incompatible key type 'NoneType'", { ...place, parameters });
}

function checkValue(value: PyValue, name: string | null, node: Node | null): void {
  const details = { ...(node ? { place: node.start } : {}), parameters: name === null ? [] : [name] };
  if (typeof value === "string") {
    if (value.includes("${") && !hasValidInterpolations(value))
      throw new ReadProblem("yaml-interpolation", `GrammarParseError: ${repr(value)}`, { ...details, data: { value } });
  } else if (value instanceof PyOther) {
    throw new ReadProblem("yaml-unsupported-value", `Value '${value.type}' is not a supported primitive type`, {
      ...details,
      data: { type: value.type },
    });
  } else if (value instanceof Map) {
    for (const [key, item] of value) {
      checkKey(key, node, details.parameters);
      checkValue(item, name, node);
    }
  } else if (Array.isArray(value)) for (const item of value) checkValue(item, name, node);
}
