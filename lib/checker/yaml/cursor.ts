import { type Mark, YamlError } from "./mark";

// The characters that PyYAML refuses; everything else is text to it.
const UNPRINTABLE = /[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/u;

export const END = "\0";
export const isBreak = (char: string) => char === "\n" || char === "\x85" || char === "\u2028" || char === "\u2029";
export const isBreakOrEnd = (char: string) => char === END || isBreak(char);
export const isSpaceOrEnd = (char: string) => char === " " || char === "\t" || isBreakOrEnd(char);

/** Walks over a text and knows where it stands. Line ends are unified first, as Python's text mode does. */
export class Cursor {
  readonly text: string;
  offset = 0;
  line = 0;
  column = 0;

  constructor(source: string) {
    const text = source.replace(/\r\n?/g, "\n");
    const unprintable = UNPRINTABLE.exec(text);
    this.text = text;
    if (unprintable) {
      this.forward(unprintable.index);
      const code = (unprintable[0].codePointAt(0) ?? 0).toString(16).padStart(4, "0");
      throw new YamlError(
        "ReaderError",
        `unacceptable character #x${code}: special characters are not allowed`,
        this.mark(),
      );
    }
    if (text.charCodeAt(0) === 0xfeff) this.offset = 1;
  }

  peek(ahead = 0): string {
    return this.text[this.offset + ahead] ?? END;
  }

  slice(length: number): string {
    return this.text.slice(this.offset, this.offset + length);
  }

  forward(length = 1): void {
    for (let left = length; left > 0 && this.offset < this.text.length; left--) {
      if (isBreak(this.text[this.offset] as string)) {
        this.line++;
        this.column = 0;
      } else this.column++;
      this.offset++;
    }
  }

  /** Takes one line break; "" where there is none. */
  takeBreak(): string {
    const char = this.peek();
    if (!isBreak(char)) return "";
    this.forward();
    return char === "\x85" ? "\n" : char;
  }

  mark(): Mark {
    return { offset: this.offset, line: this.line + 1, column: this.column + 1 };
  }
}
