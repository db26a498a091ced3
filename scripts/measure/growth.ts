/**
 * How the site grows: built and measured in a copy with as many parameters as are asked for, each added one a copy of a real one with a
 * name of its own. Linux only, for what it reads of memory.
 */

import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { gzipSync } from "node:zlib";
import type { Browser } from "@playwright/test";
import { serveExport } from "../serve-export";
import { percentile } from "./browser";
import { keyInSearch, keyInTable } from "./interactions";
import type { Report } from "./pages";
import { markdownTable } from "./table";

/** Today's catalog, and what upstream may become. */
const sizes = [380, 1000, 4000];
/** A step to n times as many may cost this many times n; noise, and what does not grow, included. */
const tolerance = 1.25;

interface Growth {
  readonly parameters: number;
  readonly seconds: number;
  readonly gigabytes: number;
  readonly files: number;
  readonly megabytes: number;
  readonly indexKilobytes: number;
  readonly search: number;
  readonly filter: number;
}

export async function reportGrowth(browser: Browser): Promise<Report> {
  const measured: Growth[] = [];
  for (const size of sizes) {
    const growth = await measureGrowth(browser, size);
    // The whole takes half an hour; who stops it earlier has what there is.
    process.stderr.write(`${JSON.stringify(growth)}\n`);
    measured.push(growth);
  }
  const rows = measured.map((growth) => [
    String(growth.parameters),
    growth.seconds.toFixed(0),
    growth.gigabytes.toFixed(1),
    String(growth.files),
    growth.megabytes.toFixed(0),
    growth.indexKilobytes.toFixed(0),
    growth.search.toFixed(0),
    growth.filter.toFixed(0),
  ]);
  const columns = [
    "parameters",
    "build s",
    "memory GB",
    "files",
    "output MB",
    "index KB gzip",
    "search p95 ms",
    "filter p95 ms",
  ];
  const [first, ...others] = measured as [Growth, ...Growth[]];
  const failures = others.flatMap((growth) => {
    const factor = (growth.parameters / first.parameters) * tolerance;
    return (["seconds", "gigabytes", "files", "megabytes", "indexKilobytes", "search", "filter"] as const)
      .filter((what) => growth[what] > first[what] * factor)
      .map((what) => `${growth.parameters} parameters: ${what} grow faster than the catalog`);
  });
  return { text: markdownTable(columns, rows), failures };
}

async function measureGrowth(browser: Browser, parameters: number): Promise<Growth> {
  const folder = mkdtempSync(path.join(tmpdir(), "param-atlas-"));
  try {
    // Links instead of copies: what is changed below is written anew and not in place.
    for (const entry of readdirSync(".").filter((name) => !["out", ".next", ".git"].includes(name)))
      execFileSync("cp", ["-al", entry, path.join(folder, entry)]);
    addParameters(folder, parameters);
    const { seconds, gigabytes } = await build(folder);
    const out = path.join(folder, "out");
    const files = listFiles(out);
    const index = readFileSync(path.join(out, "search/en.json"));
    const site = await serveExport(3240, folder);
    try {
      return {
        parameters,
        seconds,
        gigabytes,
        files: files.length,
        megabytes: files.reduce((sum, file) => sum + readFileSync(file).length, 0) / 2 ** 20,
        indexKilobytes: gzipSync(index).length / 1024,
        search: percentile((await keyInSearch(browser, site)).times, 0.95),
        filter: percentile((await keyInTable(browser, site)).times, 0.95),
      };
    } finally {
      site.close();
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function addParameters(folder: string, wanted: number): void {
  const file = path.join(folder, "content/facts/llamafactory.json");
  const facts = JSON.parse(readFileSync(file, "utf8"));
  const content = path.join(folder, "content/parameters");
  const real: { name: string; settable: boolean }[] = facts.parameters.filter(
    ({ name, settable }: { name: string; settable: boolean }) => settable && readdirSync(content).includes(name),
  );
  const missing = wanted - 380;
  for (let number = 0; number < missing; number += 1) {
    const original = real[number % real.length] as { name: string };
    const name = `${original.name}_${Math.floor(number / real.length) + 2}`;
    facts.parameters.push({ ...original, name });
    cpSync(path.join(content, original.name), path.join(content, name), { recursive: true });
  }
  rmSync(file);
  writeFileSync(file, JSON.stringify(facts));
}

async function build(folder: string): Promise<{ seconds: number; gigabytes: number }> {
  const started = Date.now();
  const child = spawn("npm", ["run", "-s", "build"], { cwd: folder, stdio: ["ignore", "ignore", "inherit"] });
  let most = 0;
  const sampling = setInterval(() => {
    most = Math.max(most, memoryOf(child));
  }, 500);
  const code = await new Promise((resolve) => child.on("exit", resolve));
  clearInterval(sampling);
  if (code !== 0) throw new Error(`the build in ${folder} ended with ${code}`);
  return { seconds: (Date.now() - started) / 1000, gigabytes: most };
}

/** Gigabytes that a process and those it started hold together. */
function memoryOf({ pid }: ChildProcess): number {
  const lines = execFileSync("ps", ["-eo", "pid=,ppid=,rss="], { encoding: "utf8" }).trim().split("\n");
  const processes = lines.map((line) => line.trim().split(/\s+/).map(Number) as [number, number, number]);
  const family = new Set([pid]);
  let kilobytes = 0;
  // Children come after their parents in the list, as a rule; a second pass finds the others.
  for (let pass = 0; pass < 3; pass += 1)
    for (const [own, parent] of processes) if (family.has(parent)) family.add(own);
  for (const [own, , rss] of processes) if (family.has(own)) kilobytes += rss;
  return kilobytes / 2 ** 20;
}

function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
}
