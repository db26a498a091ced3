import { PyFloat, type PyKey, PyOther, type PyValue } from "../python/values";
import { YamlError } from "./mark";
import { composeYaml, DEEPEST_NESTING, type MappingNode, NestingTooDeep, type Node, type ScalarNode } from "./nodes";
import { TAG, type YamlDialect } from "./tags";

export interface Pair {
  readonly key: PyKey;
  readonly keyNode: Node;
  readonly value: PyValue;
  readonly valueNode: Node;
}
/** A document's value; a mapping at the top keeps where each of its pairs stands. */
export type Document = { readonly value: PyValue; readonly root: Node | null; readonly pairs: readonly Pair[] };

// OmegaConf copies what an alias stands for, so that nested aliases grow without end; nobody writes this many by hand.
const MOST_VALUES = 200_000;

/** Aliases that multiply to more than any memory holds («billion laughs»), or that contain themselves. */
export class AliasesExplode extends Error {
  constructor(
    readonly reason: "too-many" | "recursive",
    readonly node: Node,
  ) {
    super(reason);
  }
}

/** Reads a text as `yaml.load` does with OmegaConf's loader. */
export function loadYaml(source: string, dialect: YamlDialect = "omegaconf"): Document {
  const root = composeYaml(source, dialect);
  if (root === null) return { value: null, root, pairs: [] };
  const builder = new Builder(dialect);
  builder.guard(root);
  if (root.kind === "mapping" && root.tag === TAG.map) {
    const pairs = builder.pairs(root);
    return { value: new Map(pairs.map((pair) => [pair.key, pair.value])), root, pairs };
  }
  return { value: builder.value(root), root, pairs: [] };
}

interface Measure {
  readonly values: number;
  readonly depth: number;
}

class Builder {
  constructor(private readonly dialect: YamlDialect) {}

  private readonly built = new Map<Node, PyValue>();
  private readonly flattened = new Map<MappingNode, readonly [Node, Node][]>();
  private readonly measures = new Map<Node, Measure | "open">();
  private written = 0;

  /** Measures a node with every alias written out: how many values, and how deep. */
  guard(node: Node): Measure {
    const known = this.measures.get(node);
    if (known === "open") throw new AliasesExplode("recursive", node);
    if (known) return known;
    this.measures.set(node, "open");
    this.written++;
    const children = node.kind === "sequence" ? node.items : node.kind === "mapping" ? node.pairs.flat() : [];
    let values = 1;
    let depth = 0;
    for (const child of children) {
      const measure = this.guard(child);
      values += measure.values;
      depth = Math.max(depth, measure.depth + 1);
    }
    if (values > MOST_VALUES && values > 10 * this.written) throw new AliasesExplode("too-many", node);
    if (depth > DEEPEST_NESTING) throw new NestingTooDeep(node.start);
    const measure = { values, depth };
    this.measures.set(node, measure);
    return measure;
  }

  value(node: Node): PyValue {
    if (node.kind === "scalar") return scalarValue(node);
    const known = this.built.get(node);
    if (known !== undefined) return known;
    const value = this.collection(node);
    this.built.set(node, value);
    return value;
  }

  private collection(node: Exclude<Node, ScalarNode>): PyValue {
    if (node.kind === "sequence") {
      if (node.tag === TAG.seq) return node.items.map((item) => this.value(item));
      if (node.tag === `${TAG.prefix}omap` || node.tag === `${TAG.prefix}pairs`)
        return node.items.map((item) => this.value(item));
    } else {
      if (node.tag === TAG.map) return new Map(this.pairs(node).map((pair) => [pair.key, pair.value]));
      if (node.tag === `${TAG.prefix}set`) return new PyOther("set");
    }
    throw undefinedTag(node);
  }

  pairs(node: MappingNode): Pair[] {
    const seen = new Set<string>();
    for (const [key] of node.pairs) {
      if (key.tag !== TAG.str || key.kind !== "scalar") continue;
      if (seen.has(key.value) && this.dialect === "omegaconf") {
        throw new YamlError("ConstructorError", `found duplicate key ${key.value}`, key.start, {
          text: "while constructing a mapping",
          mark: node.start,
        });
      }
      seen.add(key.value);
    }
    const pairs = new Map<PyKey, Pair>();
    for (const [keyNode, valueNode] of this.flatten(node)) {
      const key = this.key(keyNode, node);
      pairs.set(key, { key, keyNode, value: this.value(valueNode), valueNode });
    }
    return [...pairs.values()];
  }

  private key(node: Node, mapping: MappingNode): PyKey {
    const key = this.value(node);
    if (key instanceof PyOther || Array.isArray(key) || key instanceof Map) {
      throw new YamlError("ConstructorError", "found unhashable key", node.start, {
        text: "while constructing a mapping",
        mark: mapping.start,
      });
    }
    return key as PyKey;
  }

  /** The pairs with everything that `<<` merges in written before them. */
  private flatten(node: MappingNode): readonly [Node, Node][] {
    const known = this.flattened.get(node);
    if (known) return known;
    const merged: [Node, Node][] = [];
    const own: [Node, Node][] = [];
    const fail = (problem: string, at: Node) =>
      new YamlError("ConstructorError", `${problem}, but found ${at.kind}`, at.start, {
        text: "while constructing a mapping",
        mark: node.start,
      });
    for (const [key, value] of node.pairs) {
      if (key.tag !== TAG.merge) {
        own.push([key.tag === TAG.value && key.kind === "scalar" ? { ...key, tag: TAG.str } : key, value]);
      } else if (value.kind === "mapping") merged.push(...this.flatten(value));
      else if (value.kind === "sequence") {
        const parts = value.items.map((item) => {
          if (item.kind !== "mapping") throw fail("expected a mapping for merging", item);
          return this.flatten(item);
        });
        merged.push(...parts.reverse().flat());
      } else throw fail("expected a mapping or list of mappings for merging", value);
    }
    const all = [...merged, ...own];
    this.flattened.set(node, all);
    return all;
  }
}

function undefinedTag(node: Node): YamlError {
  return new YamlError("ConstructorError", `could not determine a constructor for the tag '${node.tag}'`, node.start);
}

function scalarValue(node: ScalarNode): PyValue {
  const { value } = node;
  switch (node.tag) {
    case TAG.str:
      return value;
    case TAG.null:
      return null;
    case TAG.bool: {
      const word = value.toLowerCase();
      if (["yes", "true", "on"].includes(word)) return true;
      if (["no", "false", "off"].includes(word)) return false;
      throw new YamlError("ConstructorError", `KeyError: '${word}'`, node.start);
    }
    case TAG.int:
      return intValue(node);
    case TAG.float:
      return new PyFloat(floatValue(node));
    case `${TAG.prefix}binary`:
      return new PyOther("bytes");
    case TAG.timestamp:
      return new PyOther("datetime");
    default:
      throw undefinedTag(node);
  }
}

const sexagesimal = (text: string) => text.split(":").reduce((sum, part) => sum * 60 + Number(part), 0);

function intValue(node: ScalarNode): number {
  let text = node.value.replaceAll("_", "");
  const sign = text[0] === "-" ? -1 : 1;
  if (text[0] === "-" || text[0] === "+") text = text.slice(1);
  let number: number;
  if (/^0b[01]+$/.test(text)) number = Number.parseInt(text.slice(2), 2);
  else if (/^0x[0-9a-fA-F]+$/.test(text)) number = Number.parseInt(text.slice(2), 16);
  else if (/^0[0-7]*$/.test(text)) number = Number.parseInt(text, 8);
  else if (/^[0-9]+(:[0-9]+)*$/.test(text) && text[0] !== "0") number = sexagesimal(text);
  else throw new YamlError("ConstructorError", `invalid literal for int() with base 10: '${text}'`, node.start);
  return sign * number;
}

function floatValue(node: ScalarNode): number {
  let text = node.value.replaceAll("_", "").toLowerCase();
  const sign = text[0] === "-" ? -1 : 1;
  if (text[0] === "-" || text[0] === "+") text = text.slice(1);
  if (text === ".inf") return sign * Number.POSITIVE_INFINITY;
  if (text === ".nan") return Number.NaN;
  if (/^[0-9.]+(:[0-9.]+)+$/.test(text)) return sign * sexagesimal(text);
  if (/^([0-9]+\.?[0-9]*|\.[0-9]+)(e[-+]?[0-9]+)?$/.test(text)) return sign * Number(text);
  throw new YamlError("ConstructorError", `could not convert string to float: '${text}'`, node.start);
}
