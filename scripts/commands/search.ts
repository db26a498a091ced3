/** `search`: the site's search in the shell, by the engine and the index that the browser uses. */

import { createInterface } from "node:readline";
import { parseArgs } from "node:util";
import { isLanguage, type Language } from "@/lib/i18n/languages";
import { messagesFor } from "@/lib/i18n/messages";
import { buildIndex } from "@/lib/search/build";
import { createEngine, type SearchEngine, type SearchResult } from "@/lib/search/engine";
import type { Command } from "../cli.ts";

const usage = `usage: npm run -s cli -- search [<query>] [--lang zh|en] [--limit <number>] [--json]

Without a query, every line of standard input is one. With --json each query gives one line:
{"query", "results": [{"kind", "key", "title", "url", "score", "parameters"}]}
`;

export const summary = "finds parameters, topics, questions and error messages";

export const run: Command["run"] = async (argv) => {
  let options: ReturnType<typeof parse>;
  try {
    options = parse(argv);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
    return 2;
  }
  const { query, language, limit, isJson, isHelp } = options;
  if (isHelp) {
    process.stdout.write(usage);
    return 0;
  }
  const engine = createEngine(buildIndex(language));
  const answer = (text: string) =>
    process.stdout.write(isJson ? asJson(engine, text, limit) : asText(engine, text, limit, language));
  if (query !== null) answer(query);
  else for await (const line of createInterface({ input: process.stdin })) if (line.trim() !== "") answer(line);
  return 0;
};

function parse(argv: readonly string[]) {
  const { values, positionals } = parseArgs({
    args: [...argv],
    allowPositionals: true,
    options: {
      lang: { type: "string", default: "zh" },
      limit: { type: "string", default: "10" },
      json: { type: "boolean", default: false },
      help: { type: "boolean", short: "h", default: false },
    },
  });
  if (!isLanguage(values.lang)) throw new Error(`--lang must be zh or en, not ${values.lang}`);
  const limit = Number(values.limit);
  if (!Number.isInteger(limit) || limit < 1)
    throw new Error(`--limit must be a whole number above 0, not ${values.limit}`);
  return {
    query: positionals.length > 0 ? positionals.join(" ") : null,
    language: values.lang,
    limit,
    isJson: values.json,
    isHelp: values.help,
  };
}

function asJson(engine: SearchEngine, query: string, limit: number): string {
  const results = engine
    .search(query, limit)
    .results.map(({ kind, key, title, url, score, parameters }) => ({ kind, key, title, url, score, parameters }));
  return `${JSON.stringify({ query, results })}\n`;
}

function asText(engine: SearchEngine, query: string, limit: number, language: Language): string {
  const { search } = messagesFor(language);
  const { results, isNearest } = engine.search(query, limit);
  const lines = results.map(({ kind, title, label, detail, parameters, url, reason }: SearchResult) =>
    [
      `${search.kinds[kind]}  ${title}${label === null ? "" : `  ${label}`}`,
      `    ${[search.reasons[reason.field] + (reason.text === null ? "" : `: ${reason.text}`), detail].filter(Boolean).join(" · ")}`,
      parameters.length > 0 ? `    → ${parameters.join(", ")}` : null,
      `    ${url}`,
    ]
      .filter((line) => line !== null)
      .join("\n"),
  );
  return `${[query, ...(isNearest ? [search.nearest] : []), ...lines].join("\n")}\n\n`;
}
