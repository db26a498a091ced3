/** Edits to the text of a configuration that leave comments, order and quoting of everything else alone. */

import type { Json } from "@/lib/checker/catalog";
import type { Entry } from "@/lib/checker/entry";
import { writeValue } from "@/lib/checker/fix";
import { PyFloat, type PyValue, plain } from "@/lib/checker/python/values";

export type TextEdit =
  | { readonly kind: "rename"; readonly key: string; readonly to: string }
  | { readonly kind: "set"; readonly key: string; readonly value: Json }
  | { readonly kind: "comment-out"; readonly key: string; readonly reason: string }
  /** Behind the key's lines. */
  | { readonly kind: "insert"; readonly key: string; readonly name: string; readonly value: Json }
  | { readonly kind: "append"; readonly name: string; readonly value: Json; readonly reason: string };

/** Null where a line is not one key: a flow mapping, a merge, keys that are indented. */
export function editText(text: string, entries: ReadonlyMap<string, Entry>, edits: readonly TextEdit[]): string | null {
  const lineEnd = /\r\n|\r|\n/.exec(text)?.[0] ?? "\n";
  const lines = text.split(/\r\n|\r|\n/);
  for (const { keyPlace, valuePlace } of entries.values()) {
    if (keyPlace === null || valuePlace === null || keyPlace.line > valuePlace.line) return null;
    if ((lines[keyPlace.line - 1] ?? "").slice(0, keyPlace.column - 1).replace(/^\ufeff/, "") !== "") return null;
  }
  const inOrder = [...entries.values()].sort((a, b) => (b.keyPlace?.line ?? 0) - (a.keyPlace?.line ?? 0));
  for (const entry of inOrder) {
    const own = edits.filter((edit) => edit.kind !== "append" && edit.key === entry.name);
    if (own.length > 0) editEntry(lines, entry, own);
  }
  const appended = edits.filter((edit) => edit.kind === "append");
  if (appended.length > 0) {
    while (lines.length > 0 && lines.at(-1)?.trim() === "") lines.pop();
    if (lines.length > 0) lines.push("");
    for (const { name, value, reason } of appended) lines.push(...comment(reason), `${name}: ${writeValue(value)}`);
    lines.push("");
  }
  return lines.join(lineEnd);
}

function editEntry(lines: string[], entry: Entry, edits: readonly TextEdit[]): void {
  const { keyPlace, valuePlace } = entry;
  if (keyPlace === null || valuePlace === null) return;
  const first = keyPlace.line - 1;
  const last = lastLine(entry);
  const inserted: string[] = [];
  let reason: string | null = null;
  let own = lines.slice(first, last);
  for (const edit of edits) {
    if (edit.kind === "insert") inserted.push(`${edit.name}: ${writeValue(edit.value)}`);
    else if (edit.kind === "comment-out") reason = edit.reason;
    else if (edit.kind === "set") own = withValue(own, entry, writeValue(edit.value));
  }
  const rename = edits.find((edit) => edit.kind === "rename");
  if (rename) {
    const line = own[0] ?? "";
    own[0] = line.slice(0, keyPlace.column - 1) + rename.to + line.slice(keyPlace.endColumn - 1);
  }
  if (reason !== null) {
    // A document mark or a byte-order mark stays where it is.
    const mark = /^\ufeff?/.exec(own[0] ?? "")?.[0] ?? "";
    own = [
      ...comment(reason).map((line, index) => (index === 0 ? mark + line : line)),
      ...own.map((line, index) => `# ${index === 0 ? line.slice(mark.length) : line}`),
    ];
  }
  lines.splice(first, last - first, ...own, ...inserted);
}

function withValue(own: readonly string[], entry: Entry, value: string): string[] {
  const { keyPlace, valuePlace } = entry;
  if (keyPlace === null || valuePlace === null) return [...own];
  const line = own[valuePlace.line - keyPlace.line] ?? "";
  const before = own.slice(0, valuePlace.line - keyPlace.line);
  const isEmpty = valuePlace.line === valuePlace.endLine && valuePlace.column === valuePlace.endColumn;
  if (isEmpty) {
    const colon = (own[0] ?? "").indexOf(":", keyPlace.endColumn - 1);
    return [`${(own[0] ?? "").slice(0, colon + 1)} ${value}${(own[0] ?? "").slice(colon + 1)}`, ...own.slice(1)];
  }
  const after =
    lastLine(entry) === valuePlace.endLine
      ? (own[valuePlace.endLine - keyPlace.line] ?? "").slice(valuePlace.endColumn - 1)
      : "";
  return [...before, `${line.slice(0, valuePlace.column - 1)}${value}${after}`];
}

/** The last line of an entry, counted from 1; a block scalar ends where the next line begins. */
function lastLine({ keyPlace, valuePlace }: Entry): number {
  if (keyPlace === null || valuePlace === null) return 1;
  const { line, endLine, endColumn } = valuePlace;
  return Math.max(keyPlace.line, endColumn === 1 && endLine > line ? endLine - 1 : endLine);
}

function comment(text: string): string[] {
  return text.split("\n").map((line) => `# ${line}`);
}

/** The same configuration written anew, one key a line: for texts that cannot be edited line by line. */
export function writeAnew(entries: ReadonlyMap<string, Entry>, edits: readonly TextEdit[]): string {
  const lines: string[] = [];
  for (const { name, value } of entries.values()) {
    const own = edits.filter((edit) => edit.kind !== "append" && edit.key === name);
    const rename = own.find((edit) => edit.kind === "rename");
    const set = own.find((edit) => edit.kind === "set");
    const out = own.find((edit) => edit.kind === "comment-out");
    const line = `${rename?.to ?? writeValue(name)}: ${set ? writeValue(set.value) : writePyValue(value)}`;
    lines.push(...(out ? [...comment(out.reason), `# ${line}`] : [line]));
    for (const edit of own) if (edit.kind === "insert") lines.push(`${edit.name}: ${writeValue(edit.value)}`);
  }
  for (const edit of edits)
    if (edit.kind === "append") lines.push(...comment(edit.reason), `${edit.name}: ${writeValue(edit.value)}`);
  return `${lines.join("\n")}\n`;
}

/** One line of YAML. JSON is YAML but for numbers that JSON does not have. */
function writePyValue(value: PyValue, isNested = false): string {
  if (value instanceof PyFloat) {
    if (Number.isNaN(value.value)) return ".nan";
    if (!Number.isFinite(value.value)) return value.value < 0 ? "-.inf" : ".inf";
    const text = String(value.value);
    return /[.e]/.test(text) ? text : `${text}.0`;
  }
  if (Array.isArray(value)) return `[${value.map((item) => writePyValue(item, true)).join(", ")}]`;
  if (value instanceof Map)
    return `{${[...value].map(([key, item]) => `${writePyValue(key, true)}: ${writePyValue(item, true)}`).join(", ")}}`;
  // Inside brackets a comma would end the value.
  return typeof value === "string" && !isNested ? writeValue(value) : JSON.stringify(plain(value));
}
