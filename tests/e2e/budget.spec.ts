import { readFileSync } from "node:fs";
import { gzipSync } from "node:zlib";
import { expect, type Page, test } from "@playwright/test";
import { explainerIds } from "@/lib/explainers/registry";
import { languages } from "./pages";

/** Compressed kilobytes of what is sent, without headers: those repeat, and hosts pack them. */
interface Weight {
  readonly all: number;
  readonly document: number;
  readonly scripts: ReadonlyMap<string, number>;
}

async function weigh(page: Page, path: string): Promise<Weight> {
  const session = await page.context().newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.setCacheDisabled", { cacheDisabled: true });
  const responses = new Map<string, { url: string; type: string }>();
  const scripts = new Map<string, number>();
  let all = 0;
  let document = 0;
  session.on("Network.responseReceived", ({ requestId, type, response }) =>
    responses.set(requestId, { url: response.url, type }),
  );
  session.on("Network.dataReceived", ({ requestId, encodedDataLength }) => {
    const response = responses.get(requestId);
    const kilobytes = encodedDataLength / 1024;
    all += kilobytes;
    if (response?.type === "Document") document += kilobytes;
    if (response?.type === "Script") scripts.set(response.url, (scripts.get(response.url) ?? 0) + kilobytes);
  });
  await page.goto(path);
  await page.waitForLoadState("networkidle");
  await session.detach();
  return { all, document, scripts };
}

const sum = (numbers: Iterable<number>) => [...numbers].reduce((total, number) => total + number, 0);

/** Kilobytes in all, of the HTML, and of scripts. */
const budgets = {
  "": { all: 40, document: 14, script: 8 },
  "/parameters/lora_alpha": { all: 40, document: 14, script: 8 },
  "/topics/stages": { all: 45, document: 16, script: 12 },
  "/questions/out-of-memory": { all: 45, document: 16, script: 8 },
  "/environment/FORCE_TORCHRUN": { all: 40, document: 14, script: 8 },
  "/releases/v0.9.5": { all: 45, document: 16, script: 8 },
  "/parameters": { all: 105, document: 75, script: 18 },
  // React, the editor and the checker itself in its worker.
  "/check": { all: 330, document: 20, script: 300 },
} as const;

for (const language of languages) {
  for (const [path, budget] of Object.entries(budgets)) {
    test(`/${language}${path} stays within ${budget.all} KB`, async ({ page }) => {
      const { all, document, scripts } = await weigh(page, `/${language}${path}`);
      expect(document).toBeLessThanOrEqual(budget.document);
      expect(sum(scripts.values())).toBeLessThanOrEqual(budget.script);
      expect(all).toBeLessThanOrEqual(budget.all);
    });
  }

  test(`the search index in ${language} stays within 120 KB`, () => {
    const index = readFileSync(`out/search/${language}.json`);
    expect(gzipSync(index).length / 1024).toBeLessThanOrEqual(120);
  });
}

test("no explainer brings more than 60 KB of its own scripts", async ({ page }) => {
  const weights = new Map<string, Weight>();
  for (const id of explainerIds) weights.set(id, await weigh(page, `/en/explain/${id}`));
  const everywhere = (url: string) => [...weights.values()].every(({ scripts }) => scripts.has(url));
  for (const [id, { scripts }] of weights) {
    const own = [...scripts].filter(([url]) => !everywhere(url)).map(([, kilobytes]) => kilobytes);
    expect(sum(own), id).toBeLessThanOrEqual(60);
  }
});

test("a page that is only read brings no framework and no payload for one", async ({ page }) => {
  for (const path of ["", "/parameters", "/parameters/lora_alpha", "/topics/lora", "/questions", "/frameworks"]) {
    const { scripts } = await weigh(page, `/en${path}`);
    expect([...scripts.keys()].filter((url) => url.includes("/_next/"))).toEqual([]);
    expect(await page.evaluate(() => "__next_f" in window || "TURBOPACK" in window)).toBe(false);
  }
});

test("a parameter's page does not list the other parameters, so it does not grow with them", async ({ page }) => {
  await page.goto("/en/parameters/lora_alpha");
  expect(await page.locator('a[href*="/parameters/"]').count()).toBeLessThan(60);
});
