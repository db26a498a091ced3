import type { Place } from "../entry";
import type { Word } from "./flags";

export interface ShellCommand {
  /** The word after `llamafactory-cli`: train, chat, export, … */
  readonly verb: string;
  readonly words: readonly Word[];
  /** `NAME=value` in front of the command or exported before it. */
  readonly vars: Readonly<Record<string, string>>;
}

const LAUNCHERS = /^(?:.*\/)?(?:llamafactory-cli|lmf)$/;
const SCRIPT = /(?:^|\/)(?:src\/train\.py|llamafactory\/launcher\.py)$/;

/** Whether a text is a command or a script rather than a configuration. */
export function holdsCommand(text: string): boolean {
  return (
    /(?:^|[\s;&|(])(?:\S*\/)?(?:llamafactory-cli|lmf)\s+[a-z]/m.test(text) || /(?:^|\s)\S*src\/train\.py\s/m.test(text)
  );
}

/** The first LLaMA-Factory command of a shell text. */
export function findCommand(text: string): ShellCommand | null {
  const vars: Record<string, string> = {};
  for (const words of splitCommands(text)) {
    const rest = [...words];
    if (rest[0]?.text === "export") rest.shift();
    if (rest[0]?.text === "env") rest.shift();
    const own: Record<string, string> = {};
    while (rest[0] && /^[A-Za-z_]\w*=/.test(rest[0].text)) {
      const word = (rest.shift() as Word).text;
      own[word.slice(0, word.indexOf("="))] = word.slice(word.indexOf("=") + 1);
    }
    const redirect = rest.findIndex((word) => /^\d?>{1,2}/.test(word.text));
    if (redirect !== -1) rest.splice(redirect);
    const launcher = rest.findIndex((word) => LAUNCHERS.test(word.text));
    const script = rest.findIndex((word) => SCRIPT.test(word.text));
    if (launcher !== -1 && rest[launcher + 1])
      return { verb: rest[launcher + 1]?.text ?? "", words: rest.slice(launcher + 2), vars: { ...vars, ...own } };
    if (script !== -1) {
      const torchrun = rest.some((word) => /(?:^|\/)(?:torchrun|accelerate|deepspeed)$/.test(word.text));
      return {
        verb: "train",
        words: rest.slice(script + 1),
        vars: { ...vars, ...own, ...(torchrun ? { FORCE_TORCHRUN: "1" } : {}) },
      };
    }
    if (rest.length === 0) Object.assign(vars, own);
  }
  return null;
}

/** Splits a shell text into commands of words: quotes, backslashes, comments and line continuations, no expansion. */
export function splitCommands(text: string): Word[][] {
  const commands: Word[][] = [];
  let words: Word[] = [];
  let word = "";
  let inWord = false;
  let start = { line: 1, column: 1 };
  let line = 1;
  let lineStart = 0;
  let column = 1;
  const endWord = () => {
    if (!inWord) return;
    const place: Place = { ...start, endLine: line, endColumn: column };
    words.push({ text: word, place });
    word = "";
    inWord = false;
  };
  const endCommand = () => {
    endWord();
    if (words.length > 0) commands.push(words);
    words = [];
  };
  const begin = () => {
    if (!inWord) start = { line, column };
    inWord = true;
  };
  for (let i = 0; i < text.length; ) {
    const char = text[i] as string;
    let taken = 1;
    if (char === "\\" && /^\\\r?\n/.test(text.slice(i, i + 3))) {
      taken = text[i + 1] === "\r" ? 3 : 2;
    } else if (char === "\\" && i + 1 < text.length) {
      begin();
      word += text[i + 1];
      taken = 2;
    } else if (char === "'" || char === '"') {
      begin();
      let end = i + 1;
      while (end < text.length && text[end] !== char) {
        if (char === '"' && text[end] === "\\" && /["\\$`\n]/.test(text[end + 1] ?? "")) {
          if (text[end + 1] !== "\n") word += text[end + 1];
          end += 2;
        } else word += text[end++];
      }
      taken = end - i + 1;
    } else if (char === "#" && !inWord) {
      while (i + taken < text.length && text[i + taken] !== "\n") taken++;
    } else if (char === "\n" || char === ";" || char === "|" || char === "&") endCommand();
    else if (/\s/.test(char)) endWord();
    else {
      begin();
      word += char;
    }
    if (taken > 1 || char === "\n") {
      for (
        let newline = text.indexOf("\n", i);
        newline !== -1 && newline < i + taken;
        newline = text.indexOf("\n", newline + 1)
      ) {
        line++;
        lineStart = newline + 1;
      }
    }
    i += taken;
    column = i - lineStart + 1;
  }
  endCommand();
  return commands;
}
