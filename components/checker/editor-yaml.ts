import { StreamLanguage, type StringStream } from "@codemirror/language";

interface LineState {
  /** Indentation of the key whose value is a block of text on the lines below; -1 where there is none. */
  blockIndent: number;
  /** A value may stand here, so that a plain text is one and no key. */
  isValue: boolean;
}

const key = /^(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^\s#"'&*|>{}[\],-][^#:{}[\],]*?|-[^\s#:]+)(?=[ \t]*:(?:[ \t]|$))/;
const atom = /^(?:true|false|yes|no|on|off|null|~|\.inf|\.nan)(?=[ \t]*(?:#|,|\]|\}|$))/i;
const number = /^[+-]?(?:\d[\d_]*\.?\d*|\.\d+)(?:e[+-]?\d+)?(?=[ \t]*(?:#|,|\]|\}|$))/i;

function token(stream: StringStream, state: LineState): string | null {
  if (stream.sol()) {
    state.isValue = false;
    if (state.blockIndent >= 0) {
      if (stream.indentation() > state.blockIndent) {
        stream.skipToEnd();
        return "string";
      }
      if (!/^\s*$/.test(stream.string)) state.blockIndent = -1;
    }
  }
  const isSpaced = stream.sol() || /\s/.test(stream.string.charAt(stream.pos - 1));
  if (stream.eatSpace()) return null;
  if (stream.peek() === "#" && (isSpaced || /\s/.test(stream.string.charAt(stream.pos - 1)))) {
    stream.skipToEnd();
    return "comment";
  }
  if (!state.isValue && stream.match(key)) return "propertyName";
  if (stream.match(/^:(?=[ \t]|$)/)) {
    state.isValue = true;
    return "punctuation";
  }
  if (stream.match(/^[|>][+-]?\d?[+-]?(?=[ \t]*(?:#|$))/)) {
    state.blockIndent = stream.indentation();
    return "keyword";
  }
  if (stream.match(/^[&*][^\s,[\]{}]+/)) return "labelName";
  if (stream.match(/^"(?:[^"\\]|\\.)*"?|^'(?:[^']|'')*'?/)) return "string";
  if (stream.match(/^[[\]{},]/)) {
    state.isValue = false;
    return "punctuation";
  }
  if (stream.match(/^(?:---|\.\.\.)(?=\s|$)/)) return "meta";
  if (stream.match(atom)) return "atom";
  if (stream.match(number)) return "number";
  if (!stream.match(/^[^\s,[\]{}]+/)) stream.next();
  return null;
}

/** Colours for a config. A whole YAML grammar would be a tenth of the editor; the engine's own parser is the judge anyway. */
export const yamlColours = StreamLanguage.define<LineState>({
  name: "yaml",
  startState: () => ({ blockIndent: -1, isValue: false }),
  token,
  languageData: { commentTokens: { line: "#" } },
});
