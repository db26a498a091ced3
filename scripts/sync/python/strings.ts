/** Python's string literals, from their source text to their value. */

const escapes: Record<string, string> = {
  "\\": "\\",
  "'": "'",
  '"': '"',
  "\n": "",
  a: "\x07",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
};
const codeLengths: Record<string, number> = { x: 2, u: 4, U: 8 };

/** The value of one literal such as `r"a"` or `'''b'''`; null for bytes. The braces of an f-string stay as they are. */
export function decodeString(literal: string): string | null {
  const opening = [...literal].findIndex((mark) => mark === '"' || mark === "'");
  if (opening < 0) return null;
  const prefix = literal.slice(0, opening).toLowerCase();
  if (prefix.includes("b")) return null;
  const mark = literal[opening] as string;
  const quotes = literal.startsWith(mark.repeat(3), opening) ? mark.repeat(3) : mark;
  const inner = literal.slice(opening + quotes.length, literal.length - quotes.length);
  return prefix.includes("r") ? inner : unescaped(inner);
}

function unescaped(text: string): string {
  let value = "";
  for (let at = 0; at < text.length; at++) {
    const next = text[at + 1];
    if (text[at] !== "\\" || next === undefined) {
      value += text[at];
      continue;
    }
    at++;
    const digits = codeLengths[next];
    if (digits !== undefined) {
      value += String.fromCodePoint(Number.parseInt(text.slice(at + 1, at + 1 + digits), 16));
      at += digits;
    } else value += escapes[next] ?? `\\${next}`;
  }
  return value;
}
