/**
 * Compares every calculator with every reference file and prints the errors: `npm run eval:calculators`.
 * Ends with exit code 1 if a goal is missed. `--rows` lists every memory row, not only the tables.
 */

import { readFileSync } from "node:fs";
import { linearModules } from "@/lib/calculators/linear-modules";
import { memoryResiduals, quantile } from "@/lib/calculators/memory-residuals";
import { findModel } from "@/lib/calculators/models";
import { parameterCount } from "@/lib/calculators/parameter-count";
import { warmupSteps } from "@/lib/calculators/run-plan";
import { type CalcKind, type Computed, computeRecord } from "./calc/compute.ts";
import type { CalcRecord } from "./calc/fields.ts";

const read = (name: string) =>
  JSON.parse(readFileSync(new URL(`../tests/fixtures/reference/${name}.json`, import.meta.url), "utf8"));
const print = (line = "") => process.stdout.write(`${line}\n`);

/** Relative error up to which a rate counts as upstream's own. */
const SAME_RATE = 1e-9;

const misses: string[] = [];

/** One line of the table: what was compared, how many rows, how many agree, and the worst error. */
function report(what: string, rows: number, good: number, worst: string, goal = good === rows): void {
  print(
    `  ${what.padEnd(46)} ${String(good).padStart(5)} / ${String(rows).padEnd(5)} ${worst}${goal ? "" : "   MISSED"}`,
  );
  if (!goal) misses.push(what);
}

function compute<Kind extends CalcKind>(kind: Kind, record: unknown): Computed<Kind> | null {
  return computeRecord(kind, record).computed;
}

function evaluateSchedules(): void {
  print("learning-rate schedules (lr-schedules.json): relative error, goal 1e-9 at every step");
  interface Row extends CalcRecord {
    scheduler: string;
    warmup_steps: number;
    samples?: [number, number][];
    fails_at?: [number, string][];
    error?: string;
  }
  const rows = read("lr-schedules") as Row[];
  for (const scheduler of new Set(rows.map((row) => row.scheduler))) {
    let worst = 0;
    let good = 0;
    const own = rows.filter((row) => row.scheduler === scheduler);
    for (const row of own) {
      const result = computeRecord("lr-schedule", row);
      if (row.error !== undefined) {
        good += result.reason?.startsWith(row.error) ? 1 : 0;
        continue;
      }
      const rates = new Map(result.computed?.samples);
      const errors = (row.samples ?? []).map(([step, rate]) => {
        const difference = Math.abs((rates.get(step) ?? Number.NaN) - rate);
        return difference === 0 || (rate === 0 && difference <= 1e-18) ? 0 : difference / rate;
      });
      const most = Math.max(0, ...errors);
      worst = Math.max(worst, most);
      const sameFailures = JSON.stringify(result.computed?.fails_at ?? []) === JSON.stringify(row.fails_at ?? []);
      good += most <= SAME_RATE && sameFailures && result.computed?.warmup_steps === row.warmup_steps ? 1 : 0;
    }
    report(scheduler, own.length, good, `largest ${worst.toExponential(1)}`);
  }
}

function evaluateSteps(): void {
  print("\nsteps (steps.json): equal or not");
  const { executed, warmup_from_ratio, real_runs } = read("steps");
  const fields = [
    "effective_batch_size",
    "update_steps_per_epoch",
    "total_steps",
    "warmup_steps_at_ratio_0_1",
  ] as const;
  const good = executed.filter((row: Record<string, unknown>) => {
    const result = compute("steps", row);
    return row.error === undefined ? fields.every((field) => result?.[field] === row[field]) : result === null;
  });
  report("executed", executed.length, good.length, "");
  const warm = warmup_from_ratio.filter(
    (row: Record<"total_steps" | "warmup_ratio" | "warmup_steps", number>) =>
      warmupSteps(row.total_steps, { ratio: row.warmup_ratio }) === row.warmup_steps,
  );
  report("warmup_from_ratio", warmup_from_ratio.length, warm.length, "");
  const current = real_runs.filter(({ fits }: { fits: string }) => !fits.startsWith("floor"));
  const logs = current.filter((row: { total_steps: number }) => compute("steps", row)?.total_steps === row.total_steps);
  report("real_runs of transformers 4.52 and later", current.length, logs.length, "");
}

function evaluateModels(): void {
  print("\narchitectures (models.json): equal or not");
  const rows = read("models") as {
    name: string;
    linear_modules: Record<string, number[][]>;
    total_params_by_formula: number | null;
  }[];
  const shapes = rows.filter(({ name, linear_modules }) => {
    const model = findModel(name);
    const own: Record<string, number[][]> = {};
    for (const shape of model ? linearModules(model) : []) {
      own[shape.name] = [...(own[shape.name] ?? []), [shape.inFeatures, shape.outFeatures, shape.count]];
    }
    return JSON.stringify(own) === JSON.stringify(linear_modules);
  });
  report("linear layers", rows.length, shapes.length, "");
  // The reference counts the text part of Gemma 3 only, with fewer rows of vocabulary; see its README.
  const counted = rows.filter((row) => row.total_params_by_formula !== null && !findModel(row.name)?.visionTower);
  const totals = counted.filter((row) => {
    const model = findModel(row.name);
    return model && parameterCount(model).total === row.total_params_by_formula;
  });
  report("total parameters", counted.length, totals.length, "");
}

function evaluateLora(): void {
  print("\nLoRA (lora-counts.json): equal or not");
  interface Row extends CalcRecord {
    id: string;
    usable: boolean;
    trainable_params?: number;
    trainable_params_millions?: number;
    all_params: number | null;
    check: { total_match?: boolean | null };
  }
  const rows = (read("lora-counts") as Row[]).filter(({ usable }) => usable);
  // Said in the row's prose only; see the README of the fixtures.
  const given = (row: Row) => compute("lora", row.id === "S12" ? { ...row, added_tokens: 27 } : row);
  const good = rows.filter((row) => {
    const trainable = given(row)?.trainable_params ?? Number.NaN;
    if (row.trainable_params !== undefined) return trainable === row.trainable_params;
    return Math.abs(trainable / 1e6 - (row.trainable_params_millions ?? 0)) < 0.005; // printed in millions
  });
  report("trainable parameters, usable rows", rows.length, good.length, "");
  const totals = rows.filter((row) => row.check.total_match === true);
  const same = totals.filter((row) => given(row)?.all_params === row.all_params);
  report("all parameters, where the log counts them", totals.length, same.length, "");
}

function evaluateFormats(): void {
  print("\nnumber formats (number-formats.json): bit for bit");
  const { conversions, nf4_conversions } = read("number-formats");
  type Cell = { value: number | string; bits: string };
  const cells = conversions.flatMap((row: { results: Record<string, Cell> }) => {
    const own: Record<string, Cell> | undefined = compute("number-format", row)?.results;
    return Object.entries(row.results).map(([name, cell]) => {
      const mine = own?.[name];
      return mine?.bits === cell.bits && (mine.value === cell.value || Number(mine.value) === Number(cell.value));
    });
  });
  report("values × formats", cells.length, cells.filter(Boolean).length, "");
  const nf4 = nf4_conversions.filter((row: { code: number }) => compute("number-format", row)?.nf4?.code === row.code);
  report("nf4", nf4_conversions.length, nf4.length, "");
}

const percent = (value: number) => `${(100 * value).toFixed(1)} %`;

function evaluateMemory(listRows: boolean): void {
  print("\nGPU memory (vram.json): |estimate - measured| / measured, rows of high and medium trust");
  const all = memoryResiduals(read("vram").measured);
  const trusted = all.filter(({ trust }) => trust !== "low");
  const groups = [...new Set(trusted.map(({ source }) => source))].map((source) => ({
    name: source,
    rows: trusted.filter((row) => row.source === source),
  }));
  for (const { name, rows } of [...groups, { name: "all", rows: trusted }]) {
    const errors = rows.map(({ error }) => Math.abs(error));
    const inside = rows.filter(({ insideBand }) => insideBand).length;
    print(
      `  ${name.padEnd(20)} ${String(rows.length).padStart(4)} rows   median ${percent(quantile(errors, 0.5)).padStart(7)}` +
        `   p90 ${percent(quantile(errors, 0.9)).padStart(7)}   in the band ${inside}`,
    );
  }
  const errors = trusted.map(({ error }) => Math.abs(error));
  const under = trusted.filter(({ error }) => error < -0.2);
  const silent = under.filter(({ insideBand, notes }) => !insideBand && notes.length === 0);
  report("median error at most 15 %", 1, 1, percent(quantile(errors, 0.5)), quantile(errors, 0.5) <= 0.15);
  report("90th percentile at most 30 %", 1, 1, percent(quantile(errors, 0.9)), quantile(errors, 0.9) <= 0.3);
  report("underestimates above 20 % that say so", under.length, under.length - silent.length, "");
  const uncomputed = read("vram").measured.length - all.length;
  print(`  rows without an estimate: ${uncomputed}`);
  for (const row of listRows ? all : trusted.filter(({ error }) => Math.abs(error) > 0.3)) {
    const band = `${row.lowGiB.toFixed(1)}–${row.highGiB.toFixed(1)}`;
    print(
      `    ${row.label.padEnd(56)} ${row.measuredGiB.toFixed(1).padStart(6)} measured ${row.estimateGiB.toFixed(1).padStart(6)}` +
        ` estimated ${percent(row.error).padStart(8)}  ${band.padEnd(13)} ${row.notes.join(", ")}`,
    );
  }
}

evaluateSchedules();
evaluateSteps();
evaluateModels();
evaluateLora();
evaluateFormats();
evaluateMemory(process.argv.includes("--rows"));
print(misses.length === 0 ? "\nall goals met" : `\nmissed: ${misses.join(" · ")}`);
process.exitCode = misses.length === 0 ? 0 : 1;
