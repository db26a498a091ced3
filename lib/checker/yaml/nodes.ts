import { type Mark, YamlError } from "./mark";
import { quoted } from "./quoted";
import { Scanner, type Token } from "./scanner";
import { impliedTag, TAG, type YamlDialect } from "./tags";

interface Placed {
  readonly tag: string;
  readonly start: Mark;
  /** Known only when the last child has been read. */
  end: Mark;
}
export type ScalarNode = Placed & { readonly kind: "scalar"; readonly value: string };
export type SequenceNode = Placed & { readonly kind: "sequence"; readonly items: Node[] };
export type MappingNode = Placed & { readonly kind: "mapping"; readonly pairs: [Node, Node][] };
export type Node = ScalarNode | SequenceNode | MappingNode;

/** Nesting beyond this ends in Python's RecursionError once OmegaConf walks it. */
export const DEEPEST_NESTING = 150;

export class NestingTooDeep extends Error {
  constructor(readonly mark: Mark) {
    super("maximum recursion depth exceeded");
  }
}

/** Reads one YAML document into nodes, as PyYAML's parser and composer do; null for an empty text. */
export function composeYaml(source: string, dialect: YamlDialect): Node | null {
  return new Composer(new Scanner(source), dialect).document();
}

class Composer {
  private readonly anchors = new Map<string, Node>();
  private handles = new Map<string, string>();
  private depth = 0;

  constructor(
    private readonly scanner: Scanner,
    private readonly dialect: YamlDialect,
  ) {}

  document(): Node | null {
    const { scanner } = this;
    if (scanner.peek().kind === "stream-end") return null;
    const explicit = this.documentStart();
    const root = explicit && this.atDocumentEdge() ? this.emptyScalar(scanner.peek().start) : this.node(true, false);
    while (scanner.peek().kind === "document-end") scanner.next();
    const rest = scanner.peek();
    if (rest.kind === "stream-end") return root;
    if (rest.kind === "document-start" || rest.kind === "directive") {
      throw new YamlError("ComposerError", "but found another document", rest.start, {
        text: "expected a single document in the stream",
        mark: root.start,
      });
    }
    throw new YamlError("ParserError", `expected '<document start>', but found ${named(rest)}`, rest.start);
  }

  private atDocumentEdge(): boolean {
    const { kind } = this.scanner.peek();
    return kind === "document-start" || kind === "document-end" || kind === "directive" || kind === "stream-end";
  }

  private documentStart(): boolean {
    const { scanner } = this;
    const handles = new Map([
      ["!", "!"],
      ["!!", TAG.prefix],
    ]);
    let sawDirective = false;
    while (scanner.peek().kind === "directive") {
      const { value = "", start } = scanner.next();
      sawDirective = true;
      const [name, ...rest] = value.split(/ +/);
      if (name === "%YAML" && !/^1\./.test(rest[0] ?? ""))
        throw new YamlError("ParserError", "found incompatible YAML document (version 1.* is required)", start);
      if (name === "%TAG") handles.set(rest[0] ?? "", rest[1] ?? "");
    }
    this.handles = handles;
    const token = scanner.peek();
    if (token.kind === "document-start") {
      scanner.next();
      return true;
    }
    if (sawDirective)
      throw new YamlError("ParserError", `expected '<document start>', but found ${named(token)}`, token.start);
    return false;
  }

  private emptyScalar(mark: Mark): ScalarNode {
    return { kind: "scalar", tag: TAG.null, value: "", start: mark, end: mark };
  }

  private node(block: boolean, indentless: boolean): Node {
    const { scanner } = this;
    let token = scanner.peek();
    if (token.kind === "alias") {
      scanner.next();
      const known = this.anchors.get(token.value ?? "");
      if (!known)
        throw new YamlError("ComposerError", `found undefined alias ${quoted(token.value ?? "")}`, token.start);
      return known;
    }
    let anchor: Token | undefined;
    let tag: string | undefined;
    const start = token.start;
    while (token.kind === "anchor" || token.kind === "tag") {
      if (token.kind === "anchor" ? anchor !== undefined : tag !== undefined) break;
      if (token.kind === "anchor") anchor = token;
      else tag = this.resolveTag(token);
      scanner.next();
      token = scanner.peek();
    }
    if (anchor) {
      const first = this.anchors.get(anchor.value ?? "");
      if (first) {
        throw new YamlError("ComposerError", "second occurrence", anchor.start, {
          text: `found duplicate anchor ${quoted(anchor.value ?? "")}; first occurrence`,
          mark: first.start,
        });
      }
    }
    const given = tag === undefined || tag === "!" ? null : tag;

    if (++this.depth > DEEPEST_NESTING) throw new NestingTooDeep(token.start);
    try {
      if (indentless && token.kind === "-") return this.indentlessSequence(anchor, given ?? TAG.seq, start);
      if (token.kind === "scalar") {
        scanner.next();
        const value = token.value ?? "";
        const implied = tag === "!" || token.plain ? impliedTag(value, this.dialect) : TAG.str;
        return this.remember<ScalarNode>(anchor, {
          kind: "scalar",
          tag: tag === undefined || tag === "!" ? implied : tag,
          value,
          start: token.start,
          end: token.end,
        });
      }
      if (token.kind === "[") return this.flowSequence(anchor, given ?? TAG.seq);
      if (token.kind === "{") return this.flowMapping(anchor, given ?? TAG.map);
      if (block && token.kind === "block-sequence-start") return this.blockSequence(anchor, given ?? TAG.seq);
      if (block && token.kind === "block-mapping-start") return this.blockMapping(anchor, given ?? TAG.map);
    } finally {
      this.depth--;
    }
    if (anchor || tag !== undefined) {
      return this.remember<ScalarNode>(anchor, {
        kind: "scalar",
        tag: tag === undefined || tag === "!" ? TAG.null : tag,
        value: "",
        start: token.start,
        end: token.start,
      });
    }
    throw new YamlError("ParserError", `expected the node content, but found ${named(token)}`, token.start, {
      text: `while parsing a ${block ? "block" : "flow"} node`,
      mark: start,
    });
  }

  private remember<N extends Node>(anchor: Token | undefined, node: N): N {
    if (anchor) this.anchors.set(anchor.value ?? "", node);
    return node;
  }

  private resolveTag(token: Token): string {
    const { handle, suffix } = token.tag ?? { handle: null, suffix: "!" };
    if (handle === null) return suffix;
    const prefix = this.handles.get(handle);
    if (prefix === undefined) {
      throw new YamlError("ParserError", `found undefined tag handle ${quoted(handle)}`, token.start, {
        text: "while parsing a node",
        mark: token.start,
      });
    }
    return prefix + suffix;
  }

  private blockSequence(anchor: Token | undefined, tag: string): Node {
    const { scanner } = this;
    const start = scanner.next().start;
    const items: Node[] = [];
    const node = this.remember<SequenceNode>(anchor, { kind: "sequence", tag, items, start, end: start });
    while (scanner.peek().kind === "-") {
      const dash = scanner.next();
      const { kind } = scanner.peek();
      items.push(kind === "-" || kind === "block-end" ? this.emptyScalar(dash.end) : this.node(true, false));
    }
    this.expectBlockEnd("block collection", start);
    node.end = items.at(-1)?.end ?? start;
    return node;
  }

  private indentlessSequence(anchor: Token | undefined, tag: string, start: Mark): Node {
    const { scanner } = this;
    const items: Node[] = [];
    const node = this.remember<SequenceNode>(anchor, { kind: "sequence", tag, items, start, end: start });
    while (scanner.peek().kind === "-") {
      const dash = scanner.next();
      const { kind } = scanner.peek();
      const empty = kind === "-" || kind === "?" || kind === ":" || kind === "block-end";
      items.push(empty ? this.emptyScalar(dash.end) : this.node(true, false));
    }
    node.end = items.at(-1)?.end ?? start;
    return node;
  }

  private blockMapping(anchor: Token | undefined, tag: string): Node {
    const { scanner } = this;
    const start = scanner.next().start;
    const pairs: [Node, Node][] = [];
    const node = this.remember<MappingNode>(anchor, { kind: "mapping", tag, pairs, start, end: start });
    const empty = () => {
      const { kind } = scanner.peek();
      return kind === "?" || kind === ":" || kind === "block-end";
    };
    for (;;) {
      const { kind } = scanner.peek();
      let key: Node;
      if (kind === "?") {
        const mark = scanner.next().end;
        key = empty() ? this.emptyScalar(mark) : this.node(true, true);
      } else break;
      if (scanner.peek().kind === ":") {
        const mark = scanner.next().end;
        pairs.push([key, empty() ? this.emptyScalar(mark) : this.node(true, true)]);
      } else pairs.push([key, this.emptyScalar(scanner.peek().start)]);
    }
    this.expectBlockEnd("block mapping", start);
    node.end = pairs.at(-1)?.[1].end ?? start;
    return node;
  }

  private expectBlockEnd(what: string, start: Mark): void {
    const token = this.scanner.peek();
    if (token.kind !== "block-end") {
      throw new YamlError("ParserError", `expected <block end>, but found ${named(token)}`, token.start, {
        text: `while parsing a ${what}`,
        mark: start,
      });
    }
    this.scanner.next();
  }

  private flowSequence(anchor: Token | undefined, tag: string): Node {
    const { scanner } = this;
    const start = scanner.next().start;
    const items: Node[] = [];
    const node = this.remember<SequenceNode>(anchor, { kind: "sequence", tag, items, start, end: start });
    for (let first = true; scanner.peek().kind !== "]"; first = false) {
      if (!first) {
        const token = scanner.peek();
        if (token.kind !== ",") throw this.flowError("sequence", "expected ',' or ']'", token, start);
        scanner.next();
        if (scanner.peek().kind === "]") break;
      }
      if (scanner.peek().kind === "?") {
        const mark = scanner.next().start;
        items.push({ kind: "mapping", tag: TAG.map, pairs: [this.flowPair(["]"])], start: mark, end: mark });
      } else items.push(this.node(false, false));
    }
    node.end = scanner.next().end;
    return node;
  }

  private flowMapping(anchor: Token | undefined, tag: string): Node {
    const { scanner } = this;
    const start = scanner.next().start;
    const pairs: [Node, Node][] = [];
    const node = this.remember<MappingNode>(anchor, { kind: "mapping", tag, pairs, start, end: start });
    for (let first = true; scanner.peek().kind !== "}"; first = false) {
      if (!first) {
        const token = scanner.peek();
        if (token.kind !== ",") throw this.flowError("mapping", "expected ',' or '}'", token, start);
        scanner.next();
        if (scanner.peek().kind === "}") break;
      }
      if (scanner.peek().kind === "?") {
        scanner.next();
        pairs.push(this.flowPair(["}"]));
      } else pairs.push([this.node(false, false), this.emptyScalar(scanner.peek().start)]);
    }
    node.end = scanner.next().end;
    return node;
  }

  private flowPair(closers: readonly string[]): [Node, Node] {
    const { scanner } = this;
    const ends = (...more: string[]) => [...closers, ",", ...more].includes(scanner.peek().kind);
    const key = ends(":") ? this.emptyScalar(scanner.peek().start) : this.node(false, false);
    if (scanner.peek().kind !== ":") return [key, this.emptyScalar(scanner.peek().start)];
    const mark = scanner.next().end;
    return [key, ends() ? this.emptyScalar(mark) : this.node(false, false)];
  }

  private flowError(what: string, problem: string, token: Token, start: Mark): YamlError {
    return new YamlError("ParserError", `${problem}, but got ${named(token)}`, token.start, {
      text: `while parsing a flow ${what}`,
      mark: start,
    });
  }
}

/** A token as PyYAML names it in its messages. */
function named(token: Token): string {
  if (token.kind.length === 1) return `'${token.kind}'`;
  return `'<${token.kind.replaceAll("-", " ")}>'`;
}
