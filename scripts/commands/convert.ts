/** `convert`: an Axolotl or ms-swift configuration becomes a LLaMA-Factory YAML; what became of each key on stderr. */

import { readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { type ConvertResult, convert } from "@/lib/convert/convert";
import { loadConvertFacts } from "@/lib/convert/load";
import { describeItem, itemKindNames } from "@/lib/convert/messages";
import { type SourceFramework, sourceFrameworks } from "@/lib/convert/types";
import { isLanguage, type Language } from "@/lib/i18n/languages";
import type { Command } from "../cli.ts";

export const summary = "turns an Axolotl or ms-swift configuration into a LLaMA-Factory one";

const usage = `usage: npm run -s cli -- convert <file> --from axolotl|ms-swift [--lang zh|en] [--json]

Prints the YAML on stdout and what became of each key on stderr; «-» reads standard input. An ms-swift file may also hold
the command: swift sft --model … --dataset …
--json  prints one JSON object on stdout instead: {"from", "text", "items", "datasetInfo", "problem"}
Exit code 1 where the file cannot be read or there is nothing to convert to, 2 where the command itself is wrong.
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
  const { file, from, language, isJson } = options;
  const result = convert(readFileSync(file === "-" ? 0 : file, "utf8"), from, loadConvertFacts(), language);
  if (isJson) process.stdout.write(`${JSON.stringify({ from, ...result }, null, 2)}\n`);
  else {
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
      lang: { type: "string", default: "en" },
      json: { type: "boolean", default: false },
      help: { type: "boolean", short: "h", default: false },
    },
  });
  if (values.help) return null;
  const from = sourceFrameworks.find((framework): framework is SourceFramework => framework === values.from);
  if (from === undefined)
    throw new Error(`--from takes ${sourceFrameworks.join(" or ")}, not ${values.from ?? "nothing"}`);
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new Error("name one file");
  if (!isLanguage(values.lang)) throw new Error(`--lang must be zh or en, not ${values.lang}`);
  return { file, from, language: values.lang, isJson: values.json };
}

function asReport({ items, problem }: ConvertResult, file: string, language: Language): string {
  if (problem !== null) return `${file}: ${problem[language]}\n`;
  const lines = items.map((item) => {
    const place = item.line === null ? "" : `:${item.line}`;
    return `${file}${place}  ${itemKindNames[item.kind][language]}  ${describeItem(item, language)}`;
  });
  return `${lines.join("\n")}\n`;
}
