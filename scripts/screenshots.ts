/**
 * The pictures in docs/screenshots, taken from a running export: `npm run preview -- 3000`, then
 * `npm run screenshots [-- --origin http://127.0.0.1:3000] [name …]`.
 */

import { mkdirSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";
import { chromium, type Page } from "@playwright/test";
import sharp from "sharp";
import { explainerIds } from "@/lib/explainers/registry";
import { languages } from "@/lib/i18n/languages";
import { ensureChrome } from "./find-chrome";

interface Picture {
  readonly name: string;
  readonly path: string;
  readonly width: number;
  readonly theme?: "light" | "dark";
  /** What a reader did before the picture. */
  readonly prepare?: (page: Page) => Promise<void>;
}

const wide = 1280;
const narrow = 375;
/** What A4 leaves between the margins, in CSS pixels. */
const sheet = 688;

async function search(page: Page, query: string): Promise<void> {
  await page.keyboard.press("Control+k");
  await page.getByRole("combobox").fill(query);
  await page.getByRole("option").first().waitFor();
}

const readme: Picture[] = [
  { name: "table-en", path: "/en/parameters?group=lora", width: wide },
  { name: "parameter-zh", path: "/zh/parameters/lora_alpha", width: wide },
  { name: "topic-zh", path: "/zh/topics/optimizers", width: wide },
  { name: "search-zh", path: "/zh", width: wide, prepare: (page) => search(page, "显存不足") },
  { name: "question-en", path: "/en/questions/out-of-memory", width: narrow, theme: "dark" },
  { name: "explain-zh", path: "/zh/explain/lr-schedules", width: wide, theme: "dark" },
];

const explainers: Picture[] = explainerIds.flatMap((id) =>
  languages.flatMap((language) => [
    { name: `explain/${id}-${language}-wide`, path: `/${language}/explain/${id}`, width: wide },
    { name: `explain/${id}-${language}-narrow`, path: `/${language}/explain/${id}`, width: narrow },
  ]),
);

/** What the site is like away from a screen and a network, and in the narrowest window. */
const states: Picture[] = languages.flatMap((language) => [
  ...["lora_rank", "cutoff_len"].map((opened) => ({
    name: `states/offline-${opened}-${language}`,
    path: `/${language}/parameters/lora_rank`,
    width: narrow,
    // The one was kept by the first visit, the other was never visited.
    prepare: (page: Page) => openOffline(page, `/${language}/parameters/${opened}`),
  })),
  ...["parameters/lora_rank", "cheat-sheet"].map((path) => ({
    name: `states/print-${path.replace("/", "-")}-${language}`,
    path: `/${language}/${path}`,
    width: sheet,
    prepare: (page: Page) => page.emulateMedia({ media: "print" }),
  })),
  ...["parameters", "check"].map((path) => ({
    name: `states/narrow-${path}-${language}`,
    path: `/${language}/${path}`,
    width: 320,
    theme: "dark" as const,
  })),
]);

/** Waits until the service worker keeps the page, and opens an address without a network. */
async function openOffline(page: Page, address: string): Promise<void> {
  await page.evaluate(() => navigator.serviceWorker.ready);
  await page.waitForFunction(async () => (await caches.match(location.href)) !== undefined);
  await page.context().setOffline(true);
  await page.goto(new URL(address, page.url()).href);
  await page.waitForLoadState("networkidle");
}

const { values, positionals } = parseArgs({
  options: { origin: { type: "string", default: "http://127.0.0.1:3000" } },
  allowPositionals: true,
});
const wanted = [...readme, ...states, ...explainers].filter(
  ({ name }) => positionals.length === 0 || positionals.some((start) => name.startsWith(start)),
);

const browser = await chromium.launch({ executablePath: ensureChrome(), args: ["--no-sandbox", "--disable-gpu"] });
for (const { name, path: address, width, theme = "light", prepare } of wanted) {
  const page = await browser.newPage({ viewport: { width, height: width === wide ? 900 : 812 }, colorScheme: theme });
  await page.goto(`${values.origin}${address}`, { waitUntil: "networkidle" });
  await prepare?.(page);
  const file = path.join("docs/screenshots", `${name}.webp`);
  mkdirSync(path.dirname(file), { recursive: true });
  await sharp(await page.screenshot())
    .webp({ quality: 80 })
    .toFile(file);
  await page.close();
  process.stdout.write(`${file}\n`);
}
await browser.close();
