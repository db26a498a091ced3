/** Lighthouse 12 on a simulated phone: each kind of page, and its performance beside the twin's. */

import * as chromeLauncher from "chrome-launcher";
import lighthouse from "lighthouse";
import { ensureChrome } from "../find-chrome";
import type { Server } from "../serve-export";
import { flags } from "./browser";
import { type MeasuredPage, measuredPages, type Report } from "./pages";
import { markdownTable } from "./table";

const categories = ["performance", "accessibility", "best-practices", "seo"] as const;
const mostBelowTwin = 4;

export async function reportLighthouse(site: Server, twins: Server): Promise<Report> {
  const chrome = await chromeLauncher.launch({
    chromePath: ensureChrome(),
    chromeFlags: ["--headless=new", ...flags],
  });
  const rows: string[][] = [];
  const failures: string[] = [];
  try {
    for (const name of Object.keys(measuredPages) as MeasuredPage[]) {
      for (const language of ["zh", "en"]) {
        const path = `/${language}${measuredPages[name]}`;
        const scores = await audit(`${site.origin}${path}`, chrome.port);
        const [twin = 0] = await audit(`${twins.origin}${path}`, chrome.port, ["performance"]);
        rows.push([path, ...scores.map(String), String(twin)]);
        const [performance = 0, ...others] = scores;
        if (performance < twin - mostBelowTwin)
          failures.push(`${path}: performance ${performance}, the twin's ${twin}`);
        others.forEach((score, place) => {
          if (score < 100) failures.push(`${path}: ${categories[place + 1]} ${score}`);
        });
      }
    }
  } finally {
    chrome.kill();
  }
  return { text: markdownTable(["page", ...categories, "performance of the twin"], rows), failures };
}

/** Scores of 0 to 100, in the order of `categories`. */
async function audit(url: string, port: number, only: readonly string[] = categories): Promise<number[]> {
  const result = await lighthouse(url, { port, onlyCategories: [...only], logLevel: "error" });
  if (!result) throw new Error(`Lighthouse gave no result for ${url}`);
  const { audits, categories: found } = result.lhr;
  for (const { auditRefs } of Object.values(found))
    for (const { id, weight } of auditRefs) {
      const score = audits[id]?.score;
      if (
        weight > 0 &&
        score !== null &&
        score !== undefined &&
        score < 1 &&
        !id.includes("paint") &&
        process.env.DEBUG
      )
        process.stderr.write(`${url}: ${id} ${score} ${JSON.stringify(audits[id]?.details)?.slice(0, 600)}\n`);
    }
  return only.map((id) => Math.round((found[id]?.score ?? 0) * 100));
}
