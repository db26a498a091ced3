/** Prints how far the checker agrees with what LLaMA-Factory's own code said about the cases; fails below the bar. */

import { readFileSync } from "node:fs";
import type { Finding } from "@/lib/checker/finding";
import { checkCase, loadCatalog } from "./commands/check";

interface EvaluatedCase {
  readonly id: string;
  readonly rule: string;
  readonly mode: "train" | "infer" | "export" | "eval";
  readonly argv: readonly string[];
  readonly files: Readonly<Record<string, string>>;
  readonly env?: Record<string, unknown>;
  readonly verdict: "accept" | "reject" | "help";
  readonly message?: string;
  readonly atFault: readonly string[];
  readonly latentIssues: readonly {
    readonly param: string;
    readonly kind: "type" | "choice";
    readonly benign: boolean;
  }[];
  readonly byTransformers?: Readonly<Record<string, string>>;
  readonly resolved?: Readonly<Record<string, unknown>>;
}

const BARS = { verdict: 0.99, atFault: 0.97, latent: 0.97 } as const;
const verbose = process.argv.includes("--verbose");
const path = process.argv.slice(2).find((word) => !word.startsWith("--"));

const text = readFileSync(path ?? new URL("../tests/fixtures/configs/cases.jsonl", import.meta.url), "utf8");
const cases = text
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line) as EvaluatedCase);
const catalog = loadCatalog();

class Score {
  right = 0;
  total = 0;
  add(ok: boolean): boolean {
    this.total++;
    if (ok) this.right++;
    return ok;
  }
  get share(): number {
    return this.total === 0 ? 1 : this.right / this.total;
  }
  toString(): string {
    return this.total === 0 ? "–" : `${this.right}/${this.total}`;
  }
}

interface Row {
  readonly verdict: Score;
  readonly atFault: Score;
  readonly latent: Score;
}
const newRow = (): Row => ({ verdict: new Score(), atFault: new Score(), latent: new Score() });
const rows = new Map<string, Row>();
const sum = newRow();
const resolved = new Score();
const allFaults = new Score();
const firstMessage = new Score();
const misses: string[] = [];

const names = (findings: readonly Finding[]) => new Set(findings.flatMap((finding) => finding.parameters));
const misfits = (findings: readonly Finding[]) =>
  findings.filter(({ rule }) => rule === "value-type" || rule === "value-choice");

const started = performance.now();
for (const item of cases) {
  const result = checkCase(item as Parameters<typeof checkCase>[0], catalog);
  let row = rows.get(item.rule);
  if (!row) {
    row = newRow();
    rows.set(item.rule, row);
  }
  const score = (column: keyof Row, ok: boolean, detail: string) => {
    row[column].add(ok);
    if (!sum[column].add(ok)) misses.push(`${item.id}  ${column}: ${detail}`);
  };

  score(
    "verdict",
    result.verdict === item.verdict,
    `${result.verdict}, upstream ${item.verdict} (${item.message ?? ""})`,
  );

  const errors = result.findings.filter(({ severity }) => severity === "error");
  if (item.verdict === "reject" && item.atFault.length > 0) {
    const [first] = errors;
    const named = names(first ? [first] : []);
    score(
      "atFault",
      item.atFault.some((name) => named.has(name)),
      `${[...named]} for ${item.atFault}`,
    );
    allFaults.add(item.atFault.every((name) => names(errors).has(name)));
  }
  if (item.verdict === "reject" && item.message && errors[0]) {
    const own = (errors[0].upstreamMessage ?? "").replaceAll(/\s+/g, " ");
    const theirs = item.message.replaceAll(/\s+/g, " ").replaceAll("<cwd>/", "");
    const ok = theirs.includes(own.slice(0, 40)) || own.includes(theirs.slice(0, 40));
    if (!firstMessage.add(ok) && verbose) misses.push(`${item.id}  message: ${own}  |  ${theirs}`);
  }

  const harmful = item.latentIssues.filter((issue) => !issue.benign);
  const told = names(result.findings.filter(({ severity }) => severity !== "note"));
  for (const { param, kind } of harmful) score("latent", told.has(param), `${kind} of ${param} not told`);
  if (harmful.length === 0) {
    const wrong = misfits(result.findings);
    score(
      "latent",
      wrong.length === 0,
      `${wrong.map(({ rule, parameters }) => `${rule} of ${parameters}`)} without need`,
    );
  }

  if (item.verdict === "accept" && item.resolved) {
    const own = { ...result.resolved };
    // Derived from another parameter and left out of the cases.
    for (const name of ["media_dir", "use_mca"]) delete own[name];
    const canonical = (value: Readonly<Record<string, unknown>>) =>
      JSON.stringify(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
    const ok = canonical(own) === canonical(item.resolved);
    if (!resolved.add(ok) && verbose)
      misses.push(`${item.id}  resolved: ${canonical(own)}  |  ${canonical(item.resolved)}`);
  }
}
const milliseconds = performance.now() - started;

const width = Math.max(...[...rows.keys()].map((rule) => rule.length), 10);
const line = (rule: string, row: Row) =>
  `${rule.padEnd(width)}  ${String(row.verdict).padStart(8)}  ${String(row.atFault).padStart(8)}  ${String(row.latent).padStart(8)}`;
console.log(`${"rule".padEnd(width)}   verdict  at fault    latent`);
for (const [rule, row] of [...rows].sort(([a], [b]) => (a < b ? -1 : 1))) console.log(line(rule, row));
console.log(`${"─".repeat(width + 30)}\n${line("all", sum)}`);
for (const miss of misses) console.log(`  ✗ ${miss}`);
console.log(`every parameter at fault among the errors: ${allFaults}`);
console.log(`upstream's first message foretold:         ${firstMessage}`);
console.log(`resolved values the same:                  ${resolved}`);
console.log(`${cases.length} cases in ${milliseconds.toFixed(0)} ms`);

let failed = false;
for (const column of Object.keys(BARS) as (keyof typeof BARS)[]) {
  const { share } = sum[column];
  if (share >= BARS[column]) continue;
  failed = true;
  console.error(`${column}: ${(100 * share).toFixed(1)} % is below ${100 * BARS[column]} %`);
}
process.exitCode = failed ? 1 : 0;
