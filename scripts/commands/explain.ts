import { parseArgs } from "node:util";
import { parameterDocument } from "@/lib/api/parameters";
import { loadParameters, loadSwitches } from "@/lib/catalog";
import { isLanguage, type Language } from "@/lib/i18n/languages";
import { markdownOfParameter, markdownOfSwitch } from "@/lib/markdown/load";
import { terminalText } from "@/lib/markdown/terminal";
import { nearestNames } from "@/lib/nearest";
import { loadOldNames } from "@/lib/search/content";

export const summary = "print the page of a parameter or environment switch";

const USAGE = `usage: npm run -s cli -- explain NAME [--lang zh|en] [--format text|markdown|json]

  --lang      else the language of the terminal (LANG), else en
  --format    json is the file that the site has at /api/v1/parameters/NAME.json

Exit code 1 where nothing has that name, 2 where the command itself is wrong.
`;

const words = {
  en: {
    unknown: (name: string) => `No parameter or environment switch is called ${name}.`,
    nearest: "Nearest names:",
    renamed: (name: string, now: readonly string[], lastIn: string) =>
      `${name} is what ${lastIn} and earlier called it; today it is ${now.join(", ")}.`,
  },
  zh: {
    unknown: (name: string) => `没有叫 ${name} 的参数或环境变量开关。`,
    nearest: "最接近的名字：",
    renamed: (name: string, now: readonly string[], lastIn: string) =>
      `${name} 是 ${lastIn} 及更早版本的叫法，现在是 ${now.join("、")}。`,
  },
} as const;

interface Arguments {
  readonly name: string;
  readonly language: Language;
  readonly format: "text" | "markdown" | "json";
}

export async function run(argv: readonly string[]): Promise<number> {
  if (argv.includes("--help") || argv.includes("-h")) {
    process.stdout.write(USAGE);
    return 0;
  }
  const given = parse(argv);
  if (typeof given === "string") {
    process.stderr.write(`${given}\n\n${USAGE}`);
    return 2;
  }
  const page = pageOf(given);
  if (page !== null) {
    process.stdout.write(page);
    return 0;
  }
  process.stderr.write(whatInstead(given));
  return 1;
}

function parse(argv: readonly string[]): Arguments | string {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: { lang: { type: "string" }, format: { type: "string", default: "text" } },
    });
    const [name, ...rest] = positionals;
    if (name === undefined || rest.length > 0) return "explain takes one name";
    const language = values.lang ?? (process.env.LANG?.startsWith("zh") ? "zh" : "en");
    if (!isLanguage(language)) return `--lang takes zh or en, not ${language}`;
    const { format } = values;
    if (format !== "text" && format !== "markdown" && format !== "json")
      return `--format takes text, markdown or json, not ${format}`;
    return { name, language, format };
  } catch (error) {
    return (error as Error).message;
  }
}

/** Null where nothing has that name. */
export function pageOf({ name, language, format }: Arguments): string | null {
  const parameter = loadParameters().get(name);
  if (parameter !== undefined && format === "json") return `${JSON.stringify(parameterDocument(parameter), null, 2)}\n`;
  const documented = loadSwitches().get(name);
  const markdown =
    parameter !== undefined
      ? markdownOfParameter(parameter, language)
      : documented === undefined
        ? null
        : markdownOfSwitch(documented, language);
  if (markdown === null || format !== "text") return markdown;
  return terminalText(markdown, { color: process.stdout.isTTY === true && process.env.NO_COLOR === undefined });
}

function whatInstead({ name, language }: Arguments): string {
  const text = words[language];
  const former = loadOldNames()[name];
  const names = [...loadParameters().keys(), ...loadSwitches().keys()];
  const nearest = nearestNames(name, names);
  return [
    text.unknown(name),
    ...(former === undefined ? [] : [text.renamed(name, former.now, former.lastIn)]),
    ...(nearest.length === 0 ? [] : [text.nearest, ...nearest.map((other) => `  ${other}`)]),
    "",
  ].join("\n");
}
