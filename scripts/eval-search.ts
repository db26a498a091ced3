/**
 * How good the search is: first / first three / mean reciprocal rank of the right answer, per kind and language.
 *
 * `--misses` lists the queries that fail, `--queries <file>` asks others than the fixture. Fails below the recorded level, so that
 * a change of the engine or of the content cannot make the search worse unseen.
 */

import { readFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import * as z from "zod";
import { buildIndex } from "@/lib/search/build";
import { createEngine, type SearchResult } from "@/lib/search/engine";

const fixture = z.object({
  queries: z.array(
    z.object({
      id: z.string(),
      query: z.string(),
      lang: z.enum(["zh", "en"]),
      kind: z.string(),
      expected: z.array(z.string()),
      expectedTopic: z.string().optional(),
    }),
  ),
});
type Query = z.infer<typeof fixture>["queries"][number];

/** Shares that a run must reach. Raise them with the search; lowering one needs a reason in the commit. */
const level = { first: 0.92, firstThree: 0.98, firstThreeOfKind: 0.85 };

const { values } = parseArgs({
  options: {
    queries: { type: "string", default: "tests/fixtures/search/dev-queries.json" },
    misses: { type: "boolean", default: false },
  },
});
const { queries } = fixture.parse(JSON.parse(readFileSync(path.resolve(values.queries), "utf8")));
const engines = { zh: createEngine(buildIndex("zh")), en: createEngine(buildIndex("en")) };

const ranked = queries.map((query) => {
  const { results } = engines[query.lang].search(query.query);
  return { query, results, rank: results.findIndex((result) => isAnswer(result, query)) + 1 };
});

/** A right key, the right topic, or a question or topic that answers with a right key. */
function isAnswer({ kind, key, parameters }: SearchResult, { expected, expectedTopic }: Query): boolean {
  if (kind === "topic" && key === expectedTopic) return true;
  if (kind === "topic" || kind === "question") return parameters.some((name) => expected.includes(name));
  return expected.includes(key);
}

function measure(rows: typeof ranked) {
  const share = (count: number) => (rows.length === 0 ? 1 : count / rows.length);
  return {
    queries: rows.length,
    first: share(rows.filter(({ rank }) => rank === 1).length),
    firstThree: share(rows.filter(({ rank }) => rank >= 1 && rank <= 3).length),
    reciprocal: share(rows.reduce((sum, { rank }) => sum + (rank === 0 ? 0 : 1 / rank), 0)),
  };
}

const percent = (share: number) => `${(share * 100).toFixed(1)} %`.padStart(8);
const kinds = [...new Set(queries.map(({ kind }) => kind))].sort();
process.stdout.write("kind      lang  queries    first  first 3     MRR\n");
for (const kind of [...kinds, "all"])
  for (const lang of ["zh", "en", "both"]) {
    const rows = ranked.filter(
      ({ query }) => (kind === "all" || query.kind === kind) && (lang === "both" || query.lang === lang),
    );
    if (rows.length === 0) continue;
    const { queries: count, first, firstThree, reciprocal } = measure(rows);
    process.stdout.write(
      `${kind.padEnd(9)} ${lang.padEnd(5)} ${String(count).padStart(7)} ${percent(first)} ${percent(firstThree)}   ${reciprocal.toFixed(3)}\n`,
    );
  }

if (values.misses)
  for (const { query, results, rank } of ranked)
    if (rank !== 1) {
      const found = results
        .slice(0, 4)
        .map(
          ({ kind, key, title, score, reason }) =>
            `${kind} ${kind === "value" ? title : key} ${score} (${reason.field})`,
        );
      process.stdout.write(
        `\n${rank === 0 ? "–" : rank}  ${query.kind} ${query.lang}  ${query.query}  → ${query.expected.join(", ")}\n   ${found.join("\n   ")}\n`,
      );
    }

const all = measure(ranked);
const weakest = Math.min(...kinds.map((kind) => measure(ranked.filter(({ query }) => query.kind === kind)).firstThree));
const failures = [
  all.first < level.first && `first: ${percent(all.first)} is below ${percent(level.first)}`,
  all.firstThree < level.firstThree && `first three: ${percent(all.firstThree)} is below ${percent(level.firstThree)}`,
  weakest < level.firstThreeOfKind && `weakest kind: ${percent(weakest)} is below ${percent(level.firstThreeOfKind)}`,
].filter((failure) => failure !== false);
for (const failure of failures) process.stderr.write(`${failure}\n`);
process.exitCode = failures.length > 0 ? 1 : 0;
