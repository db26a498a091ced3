/** Interactions, four times slowed down: milliseconds from the key or click to the paint that answers it. */

import { readFileSync } from "node:fs";
import type { Browser, Page } from "@playwright/test";
import { explainerIds } from "@/lib/explainers/registry";
import { buildIndex } from "@/lib/search/build";
import { pack } from "@/lib/search/pack";
import type { Server } from "../serve-export";
import { tenfold } from "../tenfold-index";
import { openPage, percentile, takeInteractions } from "./browser";
import type { Report } from "./pages";
import { markdownTable } from "./table";

const goal = { interaction: 100, search: 50, searchTenfold: 100, navigation: 250 };

interface Measured {
  readonly what: string;
  readonly times: readonly number[];
  /** For the 95th percentile; null where the row is only there to compare with. */
  readonly goal: number | null;
}

export async function reportInteractions(browser: Browser, site: Server): Promise<Report> {
  const measured: Measured[] = [
    await keyInBareField(browser),
    await keyInTable(browser, site),
    await keyInSearch(browser, site),
    await keyInSearch(browser, site, "tenfold"),
    await opening(browser, site),
    await navigation(browser, site, "to another parameter", 'a[href*="/parameters/"]'),
    await navigation(browser, site, "to the other language", "[data-language-switch]"),
    await checker(browser, site),
  ];
  for (const id of explainerIds) measured.push(await explainer(browser, site, id));

  const rows = measured.map(({ what, times, goal: allowed }) => [
    what,
    String(times.length),
    ...[0.5, 0.95, 1].map((share) => String(Math.round(percentile(times, share)))),
    allowed === null ? "–" : `≤ ${allowed}`,
  ]);
  return {
    text: markdownTable(["interaction", "times", "p50 ms", "p95 ms", "most ms", "goal for p95"], rows),
    failures: measured
      .filter(({ times, goal: allowed }) => allowed !== null && percentile(times, 0.95) > allowed)
      .map(({ what, times }) => `${what}: p95 ${Math.round(percentile(times, 0.95))} ms`),
  };
}

/** Opens a page and waits until its scripts have run: slowed down, that is after the network has become quiet. */
async function settle(page: Page, url: string): Promise<void> {
  await page.goto(url, { waitUntil: "networkidle" });
  await page.waitForTimeout(1500);
}

async function typeSlowly(page: Page, text: string): Promise<void> {
  for (const letter of text) {
    await page.keyboard.type(letter);
    await page.waitForTimeout(120);
  }
}

/** What the machine itself needs for a key: a field, and a line that repeats it. */
async function keyInBareField(browser: Browser): Promise<Measured> {
  const page = await openPage(browser, { network: false });
  await page.goto("data:text/html,<!DOCTYPE html><input><p></p>");
  await page.evaluate(() => {
    const field = document.querySelector("input") as HTMLInputElement;
    field.oninput = () => document.querySelector("p")?.replaceChildren(field.value);
    field.focus();
  });
  await takeInteractions(page, 0);
  const text = "learning rate, warm-up and scheduler";
  await typeSlowly(page, text);
  const times = await takeInteractions(page, text.length);
  await page.context().close();
  return { what: "a key in a bare field, for comparison", times, goal: null };
}

export async function keyInTable(browser: Browser, site: Server): Promise<Measured> {
  const page = await openPage(browser, { network: false, width: 1280 });
  await settle(page, `${site.origin}/en/parameters`);
  await page.locator("[data-table-filter]").focus();
  await takeInteractions(page, 0);
  await typeSlowly(page, "lora rank");
  for (let letter = 0; letter < 9; letter += 1) {
    await page.keyboard.press("Backspace");
    await page.waitForTimeout(120);
  }
  const times = await takeInteractions(page, 18);
  await page.context().close();
  return { what: "filter the table of all parameters", times, goal: goal.interaction };
}

/** Every key of real queries typed one after the other. */
export async function keyInSearch(
  browser: Browser,
  site: Server,
  size: "today" | "tenfold" = "today",
): Promise<Measured> {
  const page = await openPage(browser, { network: false });
  if (size === "tenfold") {
    const body = JSON.stringify(pack(tenfold(buildIndex("en"))));
    await page.route("**/search/en.json", (route) => route.fulfill({ body, contentType: "application/json" }));
  }
  await settle(page, `${site.origin}/en`);
  await page.keyboard.press("Control+k");
  const field = page.getByRole("combobox");
  await field.fill("warm up the engine");
  await page.getByRole("option").first().waitFor();
  await field.fill("");
  const times: number[] = [];
  for (const query of englishQueries()) {
    await takeInteractions(page, 0);
    await typeSlowly(page, query);
    times.push(...(await takeInteractions(page, query.length)));
    await field.fill("");
  }
  await page.context().close();
  return size === "today"
    ? { what: "a key in the search", times, goal: goal.search }
    : { what: "a key in the search, ten times as many entries", times, goal: goal.searchTenfold };
}

function englishQueries(): string[] {
  const { queries } = JSON.parse(readFileSync("tests/fixtures/search/dev-queries.json", "utf8")) as {
    queries: { query: string; lang: string }[];
  };
  return queries
    .filter(({ query, lang }) => lang === "en" && query.length <= 40)
    .filter((_, place) => place % 8 === 0)
    .map(({ query }) => query);
}

async function opening(browser: Browser, site: Server): Promise<Measured> {
  const times: number[] = [];
  for (let run = 0; run < 5; run += 1) {
    const page = await openPage(browser, { network: false });
    await settle(page, `${site.origin}/zh/parameters/lora_alpha`);
    await page.keyboard.press("Control+k");
    await page.locator(".search-input").waitFor();
    times.push(...(await takeInteractions(page, 1)));
    await page.context().close();
  }
  return { what: "open the search for the first time", times, goal: goal.interaction };
}

/** From the click to the new page's heading being painted, as a reader's clock has it. */
async function navigation(browser: Browser, site: Server, what: string, link: string): Promise<Measured> {
  const page = await openPage(browser, { network: false, width: 1280 });
  const times: number[] = [];
  for (const name of ["lora_alpha", "learning_rate", "cutoff_len", "pref_beta", "warmup_ratio"]) {
    await settle(page, `${site.origin}/en/parameters/${name}`);
    const target = page.locator(`main ${link}, header ${link}`).first();
    await target.hover();
    // A reader's pointer rests on a link for some 300 ms before the button goes down.
    await page.waitForTimeout(300);
    const clicked = await page.evaluate(
      (selector) =>
        new Promise<number>((resolve) => {
          const element = document.querySelector<HTMLElement>(selector);
          resolve(Date.now());
          element?.click();
        }),
      `main ${link}, header ${link}`,
    );
    await page.waitForURL((url) => !url.pathname.endsWith(`/en/parameters/${name}`));
    await page.waitForFunction(() => window.measured.fcp > 0);
    const painted = await page.evaluate(() => performance.timeOrigin + window.measured.fcp);
    times.push(painted - clicked);
  }
  await page.context().close();
  return { what, times, goal: goal.navigation };
}

async function checker(browser: Browser, site: Server): Promise<Measured> {
  const page = await openPage(browser, { network: false, width: 1280 });
  await settle(page, `${site.origin}/en/check`);
  const editor = page.locator(".cm-content");
  await editor.click();
  const example = readFileSync("content/examples/lora-sft.yaml", "utf8").trimEnd();
  const padding = Array.from({ length: 200 - example.split("\n").length }, (_, line) => `# line ${line}`).join("\n");
  await page.keyboard.insertText(`${padding}\n${example}\n`);
  await page.locator("[data-verdict]").waitFor();
  await page.waitForTimeout(1500);
  await takeInteractions(page, 0);
  await typeSlowly(page, "lora_dropout: 0.05");
  const times = await takeInteractions(page, 18);
  await page.context().close();
  return { what: "a key in the checker, 200 lines", times, goal: goal.interaction };
}

/** Every slider a step up and down, every box ticked and cleared, every list moved by one. */
async function explainer(browser: Browser, site: Server, id: string): Promise<Measured> {
  const page = await openPage(browser, { network: false, width: 1280 });
  await settle(page, `${site.origin}/en/explain/${id}`);
  await takeInteractions(page, 0);
  const times: number[] = [];
  for (const [selector, keys] of [
    ["input[type=range]", ["ArrowRight", "ArrowRight", "ArrowLeft"]],
    ["input[type=checkbox]", ["Space", "Space"]],
    ["select", ["ArrowDown", "ArrowUp"]],
  ] as const) {
    const controls = page.locator(`[data-react] ${selector}:visible:enabled`);
    for (let place = 0; place < Math.min(8, await controls.count()); place += 1) {
      const control = controls.nth(place);
      if ((await control.count()) === 0) break;
      await control.focus();
      for (const key of keys) {
        await page.keyboard.press(key);
        await page.waitForTimeout(100);
      }
      times.push(...(await takeInteractions(page, keys.length)));
    }
  }
  await page.context().close();
  return { what: `explain/${id}`, times, goal: goal.interaction };
}
