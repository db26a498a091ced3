/** One spelling for one expression: comments, line breaks, trailing commas and the kind of quotes are dropped. */

import type { SyntaxNode } from "@lezer/common";
import { decodeString } from "./strings";
import { children, type PythonFile } from "./tree";

export function render(file: PythonFile, ...nodes: readonly SyntaxNode[]): string {
  const tokens = nodes.flatMap((node) => [...leaves(file, node)]);
  let text = "";
  let end = -1;
  for (const [at, token] of tokens.entries()) {
    if (token.text === "," && [")", "]", "}"].includes(tokens[at + 1]?.text ?? "")) continue;
    const apart = end >= 0 && token.from > end && !"([{".includes(text.at(-1) ?? "") && !")]}".includes(token.text);
    text += (apart ? " " : "") + token.text;
    end = token.to;
  }
  return text;
}

interface Token {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

function* leaves(file: PythonFile, node: SyntaxNode): Generator<Token> {
  const { from, to } = node;
  if (node.name === "String") {
    const value = decodeString(file.textOf(node));
    yield { from, to, text: value === null ? file.textOf(node) : quote(value) };
  } else if (node.name === "FormatString" || node.firstChild === null) {
    if (from < to) yield { from, to, text: file.textOf(node) };
  } else for (const child of children(node)) yield* leaves(file, child);
}

/** As Python's `repr` writes it. */
function quote(value: string): string {
  const mark = value.includes("'") && !value.includes('"') ? '"' : "'";
  const escaped = value.replaceAll("\\", "\\\\").replaceAll("\n", "\\n").replaceAll("\t", "\\t");
  return mark + (mark === "'" ? escaped.replaceAll("'", "\\'") : escaped) + mark;
}
