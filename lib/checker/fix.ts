import type { Json } from "./catalog";
import type { Entry } from "./entry";
import { readConfigFile } from "./read/config-file";
import type { Edit, Fix } from "./rule";
import { loadYaml } from "./yaml/construct";

/** The configuration with a fix applied; null where the text is not plain enough to be edited line by line. */
export function applyFix(text: string, fix: Fix): string | null {
  let result = text;
  for (const edit of fix) {
    const next = applyEdit(result, edit);
    if (next === null) return null;
    result = next;
  }
  return result;
}

function applyEdit(text: string, edit: Edit): string | null {
  let entries: ReadonlyMap<string, Entry>;
  try {
    entries = readConfigFile(text, "config.yaml");
  } catch {
    return null;
  }
  const lines = text.split(/\r\n|\r|\n/);
  const lineEnd = /\r\n|\r|\n/.exec(text)?.[0] ?? "\n";
  const entry = entries.get(edit.key);
  // In a flow mapping or under an anchor, a line is not one parameter.
  const first =
    entry?.keyPlace && lines[entry.keyPlace.line - 1]?.slice(0, entry.keyPlace.column - 1).replace(/^\ufeff/, "");
  if (entry && first !== "") return null;
  if ([...entries.values()].some(({ keyPlace }) => keyPlace && keyPlace.column > 2)) return null;

  switch (edit.kind) {
    case "rename": {
      if (!entry?.keyPlace) return text;
      if (entries.has(edit.to)) return applyEdit(text, { kind: "remove", key: edit.key });
      const { line, column, endColumn } = entry.keyPlace;
      const before = lines[line - 1] ?? "";
      lines[line - 1] = before.slice(0, column - 1) + edit.to + before.slice(endColumn - 1);
      break;
    }
    case "remove": {
      if (!entry?.keyPlace || !entry.valuePlace) return text;
      lines.splice(entry.keyPlace.line - 1, lastLine(entry) - entry.keyPlace.line + 1);
      break;
    }
    case "set": {
      const value = writeValue(edit.value);
      if (!entry?.keyPlace || !entry.valuePlace) {
        while (lines.length > 1 && lines.at(-1)?.trim() === "") lines.pop();
        if (lines.length === 1 && lines[0]?.trim() === "") lines.pop();
        lines.push(`${edit.key}: ${value}`, "");
        break;
      }
      const { line, column, endColumn } = entry.valuePlace;
      const start = lines[line - 1] ?? "";
      const isEmpty = entry.value === null && line === entry.valuePlace.endLine && column === endColumn;
      const last = lastLine(entry);
      const rest =
        last === entry.valuePlace.endLine ? (lines[last - 1] ?? "").slice(entry.valuePlace.endColumn - 1) : "";
      if (isEmpty) {
        const keyEnd = entry.keyPlace.endColumn;
        const keyLine = lines[entry.keyPlace.line - 1] ?? "";
        const colon = keyLine.indexOf(":", keyEnd - 1);
        lines[entry.keyPlace.line - 1] = `${keyLine.slice(0, colon + 1)} ${value}${keyLine.slice(colon + 1)}`;
      } else lines.splice(line - 1, last - line + 1, start.slice(0, column - 1) + value + rest);
      break;
    }
  }
  return lines.join(lineEnd);
}

/** A block scalar ends where the next line begins. */
function lastLine(entry: Entry): number {
  const place = entry.valuePlace ?? entry.keyPlace;
  if (!place) return 1;
  const key = entry.keyPlace?.line ?? place.line;
  return Math.max(key, place.endColumn === 1 && place.endLine > place.line ? place.endLine - 1 : place.endLine);
}

/** A value as YAML that reads back as the same value: quoted only where it has to be. */
export function writeValue(value: Json): string {
  if (typeof value === "string") {
    const isPlain = /^[\w./~-][\w ./,+=@-]*$/.test(value) && !value.endsWith(" ");
    if (isPlain && readsAs(value, value)) return value;
    return `'${value.replaceAll("'", "''")}'`;
  }
  return JSON.stringify(value);
}

function readsAs(text: string, value: string): boolean {
  try {
    return loadYaml(text).value === value;
  } catch {
    return false;
  }
}
