/** Loading: each kind of page beside its twin without scripts, in the same run. Median of three. */

import type { Browser } from "@playwright/test";
import type { Server } from "../serve-export";
import { type Loading, measureLoading, median } from "./browser";
import { markdownTable } from "./table";

export const measuredPages = {
  parameter: "/parameters/lora_alpha",
  topic: "/topics/stages",
  table: "/parameters",
  check: "/check",
} as const;

export type MeasuredPage = keyof typeof measuredPages;

/** The pages whose scripts may cost next to nothing; the checker is a tool and loads an editor. */
const reading: readonly MeasuredPage[] = ["parameter", "topic", "table"];
const runs = 3;
const goals = { lcpShare: 1.15, cls: 0.02, extraTbt: 150, kilobytes: 175 };

export interface Report {
  readonly text: string;
  readonly failures: readonly string[];
}

export async function reportPages(browser: Browser, site: Server, twins: Server): Promise<Report> {
  const rows: string[][] = [];
  const failures: string[] = [];
  for (const language of ["zh", "en"]) {
    for (const name of Object.keys(measuredPages) as MeasuredPage[]) {
      const path = `/${language}${measuredPages[name]}`;
      const page = await medianOf(browser, `${site.origin}${path}`);
      const twin = await medianOf(browser, `${twins.origin}${path}`);
      rows.push(row(path, page), row("· without scripts", twin));
      const fail = (what: string) => failures.push(`${path}: ${what}`);
      if (page.cls > goals.cls) fail(`CLS ${page.cls.toFixed(3)}`);
      if (!reading.includes(name)) continue;
      if (page.lcp > goals.lcpShare * twin.lcp) fail(`LCP ${(page.lcp / twin.lcp).toFixed(2)} × the twin's`);
      if (page.tbt - twin.tbt > goals.extraTbt) fail(`TBT ${Math.round(page.tbt - twin.tbt)} ms above the twin's`);
      if (total(page) > goals.kilobytes * 1024) fail(`${kilobytes(total(page))} KB`);
    }
  }
  const columns = ["page", "requests", "HTML KB", "CSS KB", "JS KB", "all KB", "FCP ms", "LCP ms", "TBT ms", "CLS"];
  return { text: markdownTable(columns, rows), failures };
}

async function medianOf(browser: Browser, url: string): Promise<Loading> {
  const all: Loading[] = [];
  for (let run = 0; run < runs; run += 1) all.push(await measureLoading(browser, url));
  const of = (read: (loading: Loading) => number) => median(all.map(read));
  const [{ requests, bytes }] = all as [Loading];
  return {
    requests,
    bytes,
    fcp: of(({ fcp }) => fcp),
    lcp: of(({ lcp }) => lcp),
    cls: of(({ cls }) => cls),
    tbt: of(({ tbt }) => tbt),
  };
}

function row(name: string, loading: Loading): string[] {
  const { bytes, requests, fcp, lcp, tbt, cls } = loading;
  return [
    name,
    String(requests),
    ...["document", "stylesheet", "script"].map((kind) => kilobytes(bytes[kind] ?? 0)),
    kilobytes(total(loading)),
    ...[fcp, lcp, tbt].map((milliseconds) => String(Math.round(milliseconds))),
    cls.toFixed(3),
  ];
}

const total = ({ bytes }: Loading) => Object.values(bytes).reduce((sum, part) => sum + part, 0);
const kilobytes = (bytes: number) => (bytes / 1024).toFixed(1);
