/**
 * How large and how fast the search is: the index as it travels, the time to build the engine from it, and the time of a query,
 * with today's catalog and with one of ten times as many entries.
 *
 * Every beginning of every query is asked, as a reader types. Processor time is measured, which a busy machine does not stretch
 * as it does the clock's. Node's numbers stand for a fast desktop; the budgets are a quarter
 * of what a page may take on a device four times slower.
 */

import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { languages } from "@/lib/i18n/languages";
import { buildIndex } from "@/lib/search/build";
import { createEngine } from "@/lib/search/engine";
import { pack, unpack } from "@/lib/search/pack";
import { tenfold } from "./tenfold-index";

const budget = { gzipKilobytes: 120, p95Milliseconds: 50 / 4, p95TenfoldMilliseconds: 100 / 4 };

const { queries } = JSON.parse(readFileSync("tests/fixtures/search/dev-queries.json", "utf8")) as {
  queries: { query: string; lang: string }[];
};
const failures: string[] = [];

for (const language of languages) {
  const index = buildIndex(language);
  const packed = JSON.stringify(pack(index));
  const kilobytes = gzipSync(packed, { level: 9 }).length / 1024;
  process.stdout.write(
    `${language}  ${index.entries.length} entries, ${(packed.length / 1024).toFixed(0)} KB, ${kilobytes.toFixed(1)} KB gzip\n`,
  );
  if (kilobytes > budget.gzipKilobytes) failures.push(`${language}: the index is over ${budget.gzipKilobytes} KB`);

  const typed = queries.filter(({ lang }) => lang === language).map(({ query }) => query);
  for (const [name, measured, allowed] of [
    ["today", unpack(JSON.parse(packed)), budget.p95Milliseconds],
    ["×10", tenfold(index), budget.p95TenfoldMilliseconds],
  ] as const) {
    const start = processorMilliseconds();
    const engine = createEngine(measured);
    const built = processorMilliseconds() - start;
    for (const query of typed.slice(0, 40)) engine.search(query);
    const times = typed
      .flatMap((query) => Array.from({ length: query.length }, (_, end) => query.slice(0, end + 1)))
      .map((query) => {
        const before = processorMilliseconds();
        engine.search(query);
        return processorMilliseconds() - before;
      })
      .sort((a, b) => a - b);
    const at = (share: number) => times[Math.floor(times.length * share)] ?? 0;
    process.stdout.write(
      `    ${name.padEnd(6)} ${String(measured.entries.length).padStart(5)} entries: engine ${built.toFixed(0)} ms, ` +
        `query p50 ${at(0.5).toFixed(1)} ms, p95 ${at(0.95).toFixed(1)} ms, most ${at(1 - 1e-9).toFixed(1)} ms (${times.length} queries)\n`,
    );
    if (at(0.95) > allowed) failures.push(`${language}, ${name}: p95 is over ${allowed} ms`);
  }
}
for (const failure of failures) process.stderr.write(`${failure}\n`);
process.exitCode = failures.length > 0 ? 1 : 0;

function processorMilliseconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
