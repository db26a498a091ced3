/** `upgrade`: a configuration for one release becomes one for another; the YAML on stdout, what changed on stderr. */

import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { currentRelease } from "@/lib/facts/load";
import { isLanguage, type Language } from "@/lib/i18n/languages";
import { loadUpgradeFacts } from "@/lib/upgrade/load";
import { describeChange, kindNames } from "@/lib/upgrade/messages";
import { type UpgradeResult, upgrade } from "@/lib/upgrade/upgrade";
import type { Command } from "../cli.ts";

export const summary = "turns a configuration for one release into one for another";

const usage = `usage: npm run -s cli -- upgrade <file> --from <release> [--to <release>] [--pin] [--lang zh|en] [--json]

Prints the new YAML on stdout and what changed on stderr; «-» reads standard input. Older releases are targets too.
--pin   writes defaults that changed with their old value
--json  prints one JSON object on stdout instead: {"from", "to", "text", "isRewritten", "changes", "problem"}
Exit code 1 where the file cannot be read as YAML, 2 where the command itself is wrong.
`;

export const run: Command["run"] = async (argv) => {
  let options: ReturnType<typeof parse>;
  try {
    options = parse(argv);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
    return 2;
  }
  if (options === null) {
    process.stdout.write(usage);
    return 0;
  }
  const { file, from, to, pin, language, isJson } = options;
  const result = upgrade(
    readFileSync(file === "-" ? 0 : file, "utf8"),
    { from, to, pin, language },
    loadUpgradeFacts(),
  );
  if (isJson) {
    const changes = result.changes.map((change) => ({
      ...change,
      message: { zh: describeChange(change, "zh"), en: describeChange(change, "en") },
    }));
    process.stdout.write(`${JSON.stringify({ from, to, ...result, changes }, null, 2)}\n`);
  } else {
    if (result.text !== null) process.stdout.write(result.text);
    process.stderr.write(asReport(result, file, language));
  }
  return result.text === null ? 1 : 0;
};

function parse(argv: readonly string[]) {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      from: { type: "string" },
      to: { type: "string" },
      pin: { type: "boolean", default: false },
      lang: { type: "string", default: "en" },
      json: { type: "boolean", default: false },
      help: { type: "boolean", short: "h", default: false },
    },
  });
  if (values.help) return null;
  const { releases } = loadUpgradeFacts().histories;
  const release = (option: string, tag: string | undefined) => {
    if (tag !== undefined && releases.includes(tag)) return tag;
    throw new Error(`--${option} takes ${releases.join(", ")}, not ${tag ?? "nothing"}`);
  };
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new Error("name one file");
  if (!isLanguage(values.lang)) throw new Error(`--lang must be zh or en, not ${values.lang}`);
  return {
    file,
    from: release("from", values.from),
    to: release("to", values.to ?? currentRelease()),
    pin: values.pin,
    language: values.lang,
    isJson: values.json,
  };
}

const words = {
  en: {
    unchanged: "nothing has to change",
    rewritten: "the text could not be edited in place and was written anew, without its comments",
    source: "source",
  },
  zh: { unchanged: "无需改动", rewritten: "原文无法逐行修改，已重新写出，注释没有保留", source: "出处" },
} satisfies Record<Language, unknown>;

function asReport({ changes, isRewritten, problem }: UpgradeResult, file: string, language: Language): string {
  const text = words[language];
  if (problem) return `${file}${problem.line === null ? "" : `:${problem.line}`}: ${problem.message}\n`;
  const lines = changes.flatMap((change) => [
    `${file}${change.line === null ? "" : `:${change.line}`}  ${kindNames[change.kind][language]}  ${describeChange(change, language)}`,
    ...(change.source === null ? [] : [`    ${text.source}: ${change.source.text}  ${change.source.url}`]),
  ]);
  if (isRewritten) lines.push(text.rewritten);
  if (changes.length === 0) lines.push(text.unchanged);
  return `${lines.join("\n")}\n`;
}
