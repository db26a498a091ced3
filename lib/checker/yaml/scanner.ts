import { Cursor, END, isBreak, isBreakOrEnd, isSpaceOrEnd } from "./cursor";
import { type Mark, YamlError } from "./mark";
import { quoted } from "./quoted";
import { scanBlock, scanPlain, scanQuoted } from "./scalars";

export type TokenKind =
  | "stream-end"
  | "directive"
  | "document-start"
  | "document-end"
  | "block-sequence-start"
  | "block-mapping-start"
  | "block-end"
  | "["
  | "{"
  | "]"
  | "}"
  | ","
  | "-"
  | "?"
  | ":"
  | "alias"
  | "anchor"
  | "tag"
  | "scalar";

export interface Token {
  readonly kind: TokenKind;
  readonly start: Mark;
  readonly end: Mark;
  /** The text of a scalar, the name of an anchor or a directive. */
  readonly value?: string;
  readonly plain?: boolean;
  readonly tag?: { readonly handle: string | null; readonly suffix: string };
}

interface PossibleKey {
  readonly tokenNumber: number;
  readonly required: boolean;
  readonly mark: Mark;
}

// A key must stand on one line and within this many characters, or it is none.
const LONGEST_SIMPLE_KEY = 1024;
const TAG_URI = /[0-9A-Za-z\-;/?:@&=+$,_.!~*'()[\]%]/;

/** Turns a text into tokens by PyYAML's rules, which are those of YAML 1.1 with a few habits of its own. */
export class Scanner {
  private readonly cursor: Cursor;
  private tokens: Token[] = [];
  private head = 0;
  private taken = 0;
  private done = false;
  private flowLevel = 0;
  private indent = -1;
  private readonly indents: number[] = [];
  private allowSimpleKey = true;
  private readonly possibleKeys = new Map<number, PossibleKey>();

  constructor(source: string) {
    this.cursor = new Cursor(source);
  }

  peek(): Token {
    while (this.needsMore()) this.fetch();
    return this.tokens[this.head] as Token;
  }

  next(): Token {
    const token = this.peek();
    this.head++;
    this.taken++;
    if (this.head > 512) {
      this.tokens = this.tokens.slice(this.head);
      this.head = 0;
    }
    return token;
  }

  private needsMore(): boolean {
    if (this.done) return false;
    if (this.head >= this.tokens.length) return true;
    this.dropStaleKeys();
    for (const key of this.possibleKeys.values()) if (key.tokenNumber === this.taken) return true;
    return false;
  }

  private fetch(): void {
    const { cursor } = this;
    this.skipToToken();
    this.dropStaleKeys();
    this.unwind(cursor.column);
    const char = cursor.peek();
    const spaceFollows = isSpaceOrEnd(cursor.peek(1));
    const inFlow = this.flowLevel > 0;
    const mark = cursor.column === 0 && isSpaceOrEnd(cursor.peek(3)) ? cursor.slice(3) : "";
    if (char === END && cursor.offset >= cursor.text.length) this.endStream();
    else if (char === "%" && cursor.column === 0) this.directive();
    else if (mark === "---") this.documentMark("document-start");
    else if (mark === "...") this.documentMark("document-end");
    else if (char === "[" || char === "{") this.flowStart(char);
    else if (char === "]" || char === "}") this.flowEnd(char);
    else if (char === ",") this.flowEntry();
    else if (char === "-" && spaceFollows) this.blockEntry();
    else if (char === "?" && (inFlow || spaceFollows)) this.key();
    else if (char === ":" && (inFlow || spaceFollows)) this.value();
    else if (char === "*" || char === "&") this.anchor(char === "*" ? "alias" : "anchor");
    else if (char === "!") this.tag();
    else if ((char === "|" || char === ">") && !inFlow) this.block(char === ">");
    else if (char === "'" || char === '"') this.quotedScalar(char);
    else if (this.startsPlain(char, spaceFollows)) this.plain();
    else {
      const problem = `found character ${quoted(char)} that cannot start any token`;
      const context = { text: "while scanning for the next token", mark: cursor.mark() };
      throw new YamlError("ScannerError", problem, cursor.mark(), context);
    }
  }

  private startsPlain(char: string, spaceFollows: boolean): boolean {
    if (!isSpaceOrEnd(char) && !"-?:,[]{}#&*!|>'\"%@`".includes(char)) return true;
    return !spaceFollows && (char === "-" || (this.flowLevel === 0 && (char === "?" || char === ":")));
  }

  private skipToToken(): void {
    const { cursor } = this;
    for (;;) {
      while (cursor.peek() === " ") cursor.forward();
      if (cursor.peek() === "#") while (!isBreakOrEnd(cursor.peek())) cursor.forward();
      if (!isBreak(cursor.peek())) return;
      cursor.takeBreak();
      if (this.flowLevel === 0) this.allowSimpleKey = true;
    }
  }

  // Simple keys: a scalar may turn out to be a key when its colon comes.

  private dropStaleKeys(): void {
    for (const [level, key] of this.possibleKeys) {
      if (key.mark.line === this.cursor.line + 1 && this.cursor.offset - key.mark.offset <= LONGEST_SIMPLE_KEY)
        continue;
      if (key.required) throw this.missingColon(key);
      this.possibleKeys.delete(level);
    }
  }

  private missingColon(key: PossibleKey): YamlError {
    return new YamlError("ScannerError", "could not find expected ':'", this.cursor.mark(), {
      text: "while scanning a simple key",
      mark: key.mark,
    });
  }

  private savePossibleKey(): void {
    if (!this.allowSimpleKey) return;
    this.removePossibleKey();
    this.possibleKeys.set(this.flowLevel, {
      tokenNumber: this.taken + this.tokens.length - this.head,
      required: this.flowLevel === 0 && this.indent === this.cursor.column,
      mark: this.cursor.mark(),
    });
  }

  private removePossibleKey(): void {
    const key = this.possibleKeys.get(this.flowLevel);
    if (key?.required) throw this.missingColon(key);
    this.possibleKeys.delete(this.flowLevel);
  }

  // Indentation of block collections.

  private unwind(column: number): void {
    if (this.flowLevel > 0) return;
    while (this.indent > column) {
      this.indent = this.indents.pop() ?? -1;
      this.add("block-end");
    }
  }

  private addIndent(column: number): boolean {
    if (this.indent >= column) return false;
    this.indents.push(this.indent);
    this.indent = column;
    return true;
  }

  private add(kind: TokenKind, length = 0): void {
    const start = this.cursor.mark();
    this.cursor.forward(length);
    this.tokens.push({ kind, start, end: length === 0 ? start : this.cursor.mark() });
  }

  private endStream(): void {
    this.unwind(-1);
    this.removePossibleKey();
    this.allowSimpleKey = false;
    this.possibleKeys.clear();
    this.add("stream-end");
    this.done = true;
  }

  private documentMark(kind: "document-start" | "document-end"): void {
    this.unwind(-1);
    this.removePossibleKey();
    this.allowSimpleKey = false;
    this.add(kind, 3);
  }

  private flowStart(kind: "[" | "{"): void {
    this.savePossibleKey();
    this.flowLevel++;
    this.allowSimpleKey = true;
    this.add(kind, 1);
  }

  private flowEnd(kind: "]" | "}"): void {
    this.removePossibleKey();
    this.flowLevel--;
    this.allowSimpleKey = false;
    this.add(kind, 1);
  }

  private flowEntry(): void {
    this.allowSimpleKey = true;
    this.removePossibleKey();
    this.add(",", 1);
  }

  private blockEntry(): void {
    if (this.flowLevel === 0) {
      if (!this.allowSimpleKey)
        throw new YamlError("ScannerError", "sequence entries are not allowed here", this.cursor.mark());
      if (this.addIndent(this.cursor.column)) this.add("block-sequence-start");
    }
    this.allowSimpleKey = true;
    this.removePossibleKey();
    this.add("-", 1);
  }

  private key(): void {
    if (this.flowLevel === 0) {
      if (!this.allowSimpleKey)
        throw new YamlError("ScannerError", "mapping keys are not allowed here", this.cursor.mark());
      if (this.addIndent(this.cursor.column)) this.add("block-mapping-start");
    }
    this.allowSimpleKey = this.flowLevel === 0;
    this.removePossibleKey();
    this.add("?", 1);
  }

  private value(): void {
    const key = this.possibleKeys.get(this.flowLevel);
    if (key) {
      this.possibleKeys.delete(this.flowLevel);
      const at = this.head + key.tokenNumber - this.taken;
      this.tokens.splice(at, 0, { kind: "?", start: key.mark, end: key.mark });
      if (this.flowLevel === 0 && this.addIndent(key.mark.column - 1))
        this.tokens.splice(at, 0, { kind: "block-mapping-start", start: key.mark, end: key.mark });
      this.allowSimpleKey = false;
    } else {
      if (this.flowLevel === 0) {
        if (!this.allowSimpleKey)
          throw new YamlError("ScannerError", "mapping values are not allowed here", this.cursor.mark());
        if (this.addIndent(this.cursor.column)) this.add("block-mapping-start");
      }
      this.allowSimpleKey = this.flowLevel === 0;
      this.removePossibleKey();
    }
    this.add(":", 1);
  }

  private anchor(kind: "alias" | "anchor"): void {
    this.savePossibleKey();
    this.allowSimpleKey = false;
    const { cursor } = this;
    const start = cursor.mark();
    const fail = () =>
      new YamlError(
        "ScannerError",
        `expected alphabetic or numeric character, but found ${quoted(cursor.peek())}`,
        cursor.mark(),
        { text: `while scanning an ${kind}`, mark: start },
      );
    cursor.forward();
    let length = 0;
    while (/[0-9A-Za-z_-]/.test(cursor.peek(length))) length++;
    if (length === 0) throw fail();
    const value = cursor.slice(length);
    cursor.forward(length);
    if (!isSpaceOrEnd(cursor.peek()) && !"?:,]}%@`".includes(cursor.peek())) throw fail();
    this.tokens.push({ kind, start, end: cursor.mark(), value });
  }

  private tag(): void {
    this.savePossibleKey();
    this.allowSimpleKey = false;
    const { cursor } = this;
    const start = cursor.mark();
    const fail = (problem: string) =>
      new YamlError("ScannerError", problem, cursor.mark(), { text: "while scanning a tag", mark: start });
    const uri = () => {
      let length = 0;
      while (TAG_URI.test(cursor.peek(length))) length++;
      if (length === 0) throw fail(`expected URI, but found ${quoted(cursor.peek())}`);
      const text = cursor.slice(length);
      cursor.forward(length);
      try {
        return decodeURIComponent(text);
      } catch {
        throw fail("expected URI escape sequence of 2 hexadecimal numbers");
      }
    };
    let handle: string | null = null;
    let suffix = "!";
    if (cursor.peek(1) === "<") {
      cursor.forward(2);
      suffix = uri();
      if (cursor.peek() !== ">") throw fail(`expected '>', but found ${quoted(cursor.peek())}`);
      cursor.forward();
    } else if (isSpaceOrEnd(cursor.peek(1))) cursor.forward();
    else {
      let length = 1;
      while (!isBreakOrEnd(cursor.peek(length)) && cursor.peek(length) !== " " && cursor.peek(length) !== "!") length++;
      handle = "!";
      if (cursor.peek(length) === "!") {
        handle = cursor.slice(length + 1);
        if (!/^![0-9A-Za-z_-]*!$/.test(handle)) throw fail("expected '!', but found something else");
      }
      cursor.forward(handle.length);
      suffix = uri();
    }
    if (cursor.peek() !== " " && !isBreakOrEnd(cursor.peek()))
      throw fail(`expected ' ', but found ${quoted(cursor.peek())}`);
    this.tokens.push({ kind: "tag", start, end: cursor.mark(), tag: { handle, suffix } });
  }

  private directive(): void {
    this.unwind(-1);
    this.removePossibleKey();
    this.allowSimpleKey = false;
    const start = this.cursor.mark();
    let length = 0;
    while (!isBreakOrEnd(this.cursor.peek(length))) length++;
    const value = this.cursor.slice(length);
    const name = /^%[0-9A-Za-z_-]*/.exec(value)?.[0] ?? "%";
    const after = value[name.length];
    if (name === "%" || (after !== undefined && after !== " ")) {
      const found = after === undefined ? "the end of the line" : quoted(after);
      throw new YamlError("ScannerError", `expected alphabetic or numeric character, but found ${found}`, start, {
        text: "while scanning a directive",
        mark: start,
      });
    }
    this.cursor.forward(length);
    this.tokens.push({ kind: "directive", start, end: this.cursor.mark(), value });
  }

  private block(folded: boolean): void {
    this.allowSimpleKey = true;
    this.removePossibleKey();
    const start = this.cursor.mark();
    const value = scanBlock(this.cursor, folded, this.indent);
    this.tokens.push({ kind: "scalar", start, end: this.cursor.mark(), value, plain: false });
  }

  private quotedScalar(quote: string): void {
    this.savePossibleKey();
    this.allowSimpleKey = false;
    const start = this.cursor.mark();
    const value = scanQuoted(this.cursor, quote);
    this.tokens.push({ kind: "scalar", start, end: this.cursor.mark(), value, plain: false });
  }

  private plain(): void {
    this.savePossibleKey();
    const start = this.cursor.mark();
    const { value, end, brokeLine } = scanPlain(this.cursor, this.flowLevel > 0, this.indent + 1);
    this.allowSimpleKey = brokeLine;
    this.tokens.push({ kind: "scalar", start, end, value, plain: true });
  }
}
