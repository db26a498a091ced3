import { type Cursor, END, isBreak, isBreakOrEnd, isSpaceOrEnd } from "./cursor";
import { type Mark, YamlError } from "./mark";
import { quoted } from "./quoted";

export interface ScalarText {
  readonly value: string;
  /** Where its last character ends; the gap behind it is passed already. */
  readonly end: Mark;
  /** A line break was passed, so that a key may begin again. */
  readonly brokeLine: boolean;
}

const atDocumentMark = (cursor: Cursor) => {
  const three = cursor.slice(3);
  return (three === "---" || three === "...") && isSpaceOrEnd(cursor.peek(3));
};

/** The text of an unquoted scalar; `indent` is the column it must not fall back from outside of flow style. */
export function scanPlain(cursor: Cursor, inFlow: boolean, indent: number): ScalarText {
  let value = "";
  let spaces = "";
  let brokeLine = false;
  let end = cursor.mark();
  for (;;) {
    if (cursor.peek() === "#") break;
    let length = 0;
    for (;;) {
      const char = cursor.peek(length);
      if (isSpaceOrEnd(char)) break;
      if (inFlow && (char === "," || char === "?" || char === "[" || char === "]" || char === "{" || char === "}"))
        break;
      if (char === ":") {
        const next = cursor.peek(length + 1);
        if (isSpaceOrEnd(next) || (inFlow && ",[]{}".includes(next))) break;
      }
      length++;
    }
    if (length === 0) break;
    brokeLine = false;
    value += spaces + cursor.slice(length);
    cursor.forward(length);
    end = cursor.mark();
    const gap = plainGap(cursor);
    brokeLine = gap.brokeLine;
    spaces = gap.text;
    if (spaces === "" || cursor.peek() === "#" || (!inFlow && cursor.column < indent)) break;
  }
  return { value, end, brokeLine };
}

function plainGap(cursor: Cursor): { text: string; brokeLine: boolean } {
  let length = 0;
  while (cursor.peek(length) === " ") length++;
  const spaces = cursor.slice(length);
  cursor.forward(length);
  if (!isBreak(cursor.peek())) return { text: spaces, brokeLine: false };
  const first = cursor.takeBreak();
  if (atDocumentMark(cursor)) return { text: "", brokeLine: true };
  let breaks = "";
  for (;;) {
    if (cursor.peek() === " ") cursor.forward();
    else if (isBreak(cursor.peek())) {
      breaks += cursor.takeBreak();
      if (atDocumentMark(cursor)) return { text: "", brokeLine: true };
    } else break;
  }
  return { text: (first === "\n" ? (breaks === "" ? " " : "") : first) + breaks, brokeLine: true };
}

const ESCAPES: Readonly<Record<string, string>> = {
  "0": "\0",
  a: "\x07",
  b: "\b",
  t: "\t",
  "\t": "\t",
  n: "\n",
  v: "\v",
  f: "\f",
  r: "\r",
  e: "\x1b",
  " ": " ",
  '"': '"',
  "\\": "\\",
  "/": "/",
  N: "\x85",
  _: "\xa0",
  L: "\u2028",
  P: "\u2029",
};
const HEX_LENGTHS: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 };

/** The text of a scalar in single or double quotes; the cursor stands on the opening quote. */
export function scanQuoted(cursor: Cursor, quote: string): string {
  const double = quote === '"';
  const start = cursor.mark();
  const fail = (problem: string, text = "while scanning a quoted scalar") =>
    new YamlError("ScannerError", problem, cursor.mark(), { text, mark: start });
  const breaks = () => {
    let text = "";
    for (;;) {
      if (atDocumentMark(cursor)) throw fail("found unexpected document separator");
      while (cursor.peek() === " " || cursor.peek() === "\t") cursor.forward();
      if (!isBreak(cursor.peek())) return text;
      text += cursor.takeBreak();
    }
  };
  cursor.forward();
  let value = "";
  for (;;) {
    for (;;) {
      let length = 0;
      while (!isSpaceOrEnd(cursor.peek(length)) && !"'\"\\".includes(cursor.peek(length))) length++;
      value += cursor.slice(length);
      cursor.forward(length);
      const char = cursor.peek();
      if (!double && char === "'" && cursor.peek(1) === "'") {
        value += "'";
        cursor.forward(2);
      } else if ((double && char === "'") || (!double && (char === '"' || char === "\\"))) {
        value += char;
        cursor.forward();
      } else if (double && char === "\\") {
        cursor.forward();
        const code = cursor.peek();
        if (Object.hasOwn(ESCAPES, code)) {
          value += ESCAPES[code];
          cursor.forward();
        } else if (Object.hasOwn(HEX_LENGTHS, code)) {
          const digits = HEX_LENGTHS[code] as number;
          cursor.forward();
          const hex = cursor.slice(digits);
          if (!new RegExp(`^[0-9A-Fa-f]{${digits}}$`).test(hex))
            throw fail(
              `expected escape sequence of ${digits} hexadecimal numbers`,
              "while scanning a double-quoted scalar",
            );
          const point = Number.parseInt(hex, 16);
          if (point > 0x10ffff) throw fail("chr() arg not in range(0x110000)");
          value += String.fromCodePoint(point);
          cursor.forward(digits);
        } else if (isBreak(code)) {
          cursor.takeBreak();
          value += breaks();
        } else throw fail(`found unknown escape character ${quoted(code)}`, "while scanning a double-quoted scalar");
      } else break;
    }
    if (cursor.peek() === quote) break;
    let length = 0;
    while (cursor.peek(length) === " " || cursor.peek(length) === "\t") length++;
    const spaces = cursor.slice(length);
    cursor.forward(length);
    if (cursor.peek() === END) throw fail("found unexpected end of stream");
    if (isBreak(cursor.peek())) {
      const first = cursor.takeBreak();
      const more = breaks();
      value += (first === "\n" ? (more === "" ? " " : "") : first) + more;
    } else value += spaces;
  }
  cursor.forward();
  return value;
}

/** The text of a `|` or `>` scalar; `indent` is the indentation of the block it stands in. */
export function scanBlock(cursor: Cursor, folded: boolean, indent: number): string {
  const start = cursor.mark();
  const fail = (problem: string) =>
    new YamlError("ScannerError", problem, cursor.mark(), { text: "while scanning a block scalar", mark: start });
  cursor.forward();
  let chomping: boolean | null = null;
  let increment: number | null = null;
  for (let i = 0; i < 2; i++) {
    const char = cursor.peek();
    if (chomping === null && (char === "+" || char === "-")) chomping = char === "+";
    else if (increment === null && /[0-9]/.test(char)) {
      if (char === "0") throw fail("expected indentation indicator in the range 1-9, but found 0");
      increment = Number(char);
    } else break;
    cursor.forward();
  }
  if (cursor.peek() !== " " && !isBreakOrEnd(cursor.peek()))
    throw fail(`expected chomping or indentation indicators, but found ${quoted(cursor.peek())}`);
  while (cursor.peek() === " ") cursor.forward();
  if (cursor.peek() === "#") while (!isBreakOrEnd(cursor.peek())) cursor.forward();
  if (!isBreakOrEnd(cursor.peek()))
    throw fail(`expected a comment or a line break, but found ${quoted(cursor.peek())}`);
  cursor.takeBreak();

  const minimum = Math.max(indent + 1, 1);
  let breaks = "";
  let column: number;
  if (increment === null) {
    let widest = 0;
    for (;;) {
      if (cursor.peek() === " ") {
        cursor.forward();
        widest = Math.max(widest, cursor.column);
      } else if (isBreak(cursor.peek())) breaks += cursor.takeBreak();
      else break;
    }
    column = Math.max(minimum, widest);
  } else {
    column = minimum + increment - 1;
    breaks = blockBreaks(cursor, column);
  }
  let value = "";
  let lineBreak = "";
  while (cursor.column === column && cursor.peek() !== END) {
    value += breaks;
    const leadingText = cursor.peek() !== " " && cursor.peek() !== "\t";
    let length = 0;
    while (!isBreakOrEnd(cursor.peek(length))) length++;
    value += cursor.slice(length);
    cursor.forward(length);
    lineBreak = cursor.takeBreak();
    breaks = blockBreaks(cursor, column);
    if (cursor.column !== column || cursor.peek() === END) break;
    const nextIsText = cursor.peek() !== " " && cursor.peek() !== "\t";
    if (folded && lineBreak === "\n" && leadingText && nextIsText) value += breaks === "" ? " " : "";
    else value += lineBreak;
  }
  if (chomping !== false) value += lineBreak;
  if (chomping === true) value += breaks;
  return value;
}

function blockBreaks(cursor: Cursor, column: number): string {
  let text = "";
  const skip = () => {
    while (cursor.column < column && cursor.peek() === " ") cursor.forward();
  };
  skip();
  while (isBreak(cursor.peek())) {
    text += cursor.takeBreak();
    skip();
  }
  return text;
}
