import { cpSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, type Page, test } from "@playwright/test";
import sirv from "sirv";
import { languages } from "./pages";

test.use({ serviceWorkers: "allow" });

const missing = { zh: "当前没有网络，这个页面也没有保存过", en: "You are offline, and this page was not kept" };

/** Opens a page and waits until the worker has it and the search of its language. */
async function visit(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await expect
    .poll(
      () =>
        page.evaluate(async (url) => {
          const { pathname } = new URL(url, location.href);
          const [, language] = pathname.split("/");
          const kept = [pathname, `/search/${language}.json`].map((one) => caches.match(new URL(one, location.href)));
          return (await Promise.all(kept)).every(Boolean);
        }, address),
      { timeout: 40_000 },
    )
    .toBe(true);
}

for (const language of languages)
  test(`reading, searching and calculating offline after one visit: ${language}`, async ({ page, context }) => {
    await visit(page, `/${language}/parameters/lora_rank`);
    await visit(page, `/${language}/explain/lr-schedules`);
    await context.setOffline(true);

    await page.goto(`/${language}/parameters/lora_rank`);
    await expect(page.locator("h1")).toContainText("lora_rank");
    await expect(page.locator(".notice")).toBeVisible();
    expect(await page.evaluate(() => getComputedStyle(document.body).fontFamily)).toContain("system-ui");

    // The dialog was never opened with a network.
    await page.keyboard.press("/");
    await page.locator(".search-input").fill("lora_alpha");
    await expect(page.locator(".search-result").first()).toContainText("lora_alpha");

    await page.goto(`/${language}/explain/lr-schedules`);
    const slider = page.locator("[data-react] input[type=range], [data-react] input[type=number]").first();
    await expect(slider).toBeVisible();
    const before = page.url();
    await slider.focus();
    await page.keyboard.press("ArrowUp");
    await expect.poll(() => page.url()).not.toBe(before);
  });

test("the checker works offline after one visit, worker and all", async ({ page, context }) => {
  await visit(page, "/en/check");
  // What the page fetched before the worker was there is kept a moment later.
  await expect
    .poll(() => page.evaluate(async () => Boolean(await caches.match(new URL("/checker/catalog.json", location.href)))))
    .toBe(true);
  await context.setOffline(true);
  await page.reload();
  await page.locator(".cm-content").click();
  await page.keyboard.insertText("stage: sft\nlora_rnk: 8\n");
  await expect(page.locator("main")).toContainText("lora_rank");
  await expect(page.locator("#findings")).toBeVisible();
});

for (const language of languages)
  test(`a page that was not kept leads to the list of what is there: ${language}`, async ({ page, context }) => {
    await visit(page, `/${language}/parameters/lora_rank`);
    await context.setOffline(true);
    const response = await page.goto(`/${language}/parameters/cutoff_len`);
    expect(response?.status()).toBe(503);
    await expect(page.getByRole("heading", { name: missing[language] })).toBeVisible();
    await expect(page.locator("[data-missing-path]")).toHaveText(`/${language}/parameters/cutoff_len`);
    await page.getByRole("link", { name: "lora_rank" }).click();
    await expect(page.locator("h1")).toContainText("lora_rank");
  });

test("without a service worker the page says so and offers nothing that cannot work", async ({ browser }) => {
  const context = await browser.newContext({ serviceWorkers: "block" });
  const page = await context.newPage();
  await page.addInitScript(() => {
    navigator.serviceWorker.register = () => Promise.reject(new Error("refused"));
  });
  await page.goto(`${test.info().project.use.baseURL}/en/offline`);
  await expect(page.getByText("This browser keeps no pages here")).toBeVisible();
  await expect(page.getByRole("button", { name: "Make everything available offline" })).toBeHidden();
  await context.close();
});

test("everything in one language: size, progress, cancel, whole, removed", async ({ page, context }) => {
  await page.goto("/en/offline");
  const start = page.getByRole("button", { name: "Make everything available offline" });
  await expect(page.locator("[data-state]")).toHaveText(/^\d+ pages, \d\.\d MB to download\.$/);

  // Cancelled at once, before the last file can have come.
  await start.click();
  await page.getByRole("button", { name: "Cancel" }).click();
  await expect(page.locator("[data-state]")).toContainText("Cancelled; nothing was kept.");
  await expect(start).toBeFocused();

  const heard = page.evaluate(
    () =>
      new Promise<string[]>((resolve) => {
        const region = document.querySelector("[data-announcer]") as HTMLElement;
        const sentences: string[] = [];
        new MutationObserver(() => {
          if (region.textContent) sentences.push(region.textContent);
          if (region.textContent?.startsWith("Everything")) resolve(sentences);
        }).observe(region, { childList: true });
      }),
  );
  await start.click();
  await expect(page.getByRole("progressbar")).toBeVisible();
  await expect(page.locator("[data-state]")).toContainText("Everything in English is available offline", {
    timeout: 60_000,
  });
  expect((await heard).some((sentence) => / of \d\.\d MB/.test(sentence))).toBe(true);
  const remove = page.getByRole("button", { name: "Remove the copy" });
  await expect(remove).toBeFocused();
  await expect(page.locator("[data-count]")).toHaveText(/^[5-9]\d\d pages$/);

  await context.setOffline(true);
  for (const address of ["/en/parameters/optim", "/en/topics/stages", "/en/questions/out-of-memory", "/en/releases"]) {
    const response = await page.goto(address);
    expect(response?.status(), address).toBe(200);
    await expect(page.locator("h1")).toBeVisible();
  }
  await page.goto("/en/explain/memory");
  await expect(page.locator("[data-react]").first()).toBeVisible();
  await page.goto("/en/check");
  await page.locator(".cm-content").click();
  await page.keyboard.insertText("stage: sft\nlora_rnk: 8\n");
  await expect(page.locator("#findings")).toBeVisible();

  await page.goto("/en/offline");
  await remove.click();
  await expect(page.locator("[data-state]")).toContainText("The copy was removed.");
  expect((await page.goto("/en/parameters/warmup_ratio"))?.status()).toBe(503);
});

test.describe("when the site changes", () => {
  const folder = path.join(tmpdir(), `param-atlas-offline-${process.pid}`);
  let server: Server;
  let origin: string;

  test.beforeAll(async () => {
    cpSync(path.join(process.cwd(), "out"), folder, { recursive: true });
    const files = sirv(folder, { dev: true, etag: true, extensions: ["html"] });
    server = createServer((request, response) => files(request, response)).listen(0, "127.0.0.1");
    await new Promise((resolve) => server.once("listening", resolve));
    origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });

  test.afterAll(() => {
    server.close();
    server.closeAllConnections();
    rmSync(folder, { recursive: true });
  });

  /** A new version of one page, and a worker that differs by a comment. */
  function publish(file: string, change: (html: string) => string): void {
    const page = path.join(folder, file);
    writeFileSync(page, change(readFileSync(page, "utf8")));
    const worker = path.join(folder, "sw.js");
    writeFileSync(worker, `${readFileSync(worker, "utf8")}\n//${Date.now()}`);
  }

  test("an open checker is told, not reloaded, and keeps its text", async ({ page }) => {
    await visit(page, `${origin}/en/check`);
    await page.locator(".cm-content").click();
    await page.keyboard.insertText("stage: sft\nmodel_name_or_path: mine\n");
    await page.evaluate(() => {
      (globalThis as { isSamePage?: boolean }).isSamePage = true;
    });
    publish("en/check.html", (html) => html.replace("</title>", " (new)</title>"));
    await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());

    await expect(page.locator(".notice")).toContainText("There is a new version of this page.");
    await expect(page.locator("[data-announcer]")).toContainText("There is a new version");
    expect(await page.evaluate(() => (globalThis as { isSamePage?: boolean }).isSamePage)).toBe(true);
    await expect(page.locator(".cm-content")).toContainText("model_name_or_path: mine");

    await page.getByRole("button", { name: "Reload" }).click();
    await expect(page).toHaveTitle(/\(new\)/);
    await expect(page.locator(".cm-content")).toContainText("model_name_or_path: mine");
  });

  test("an open page that did not change is left in peace", async ({ page }) => {
    await visit(page, `${origin}/en/topics/stages`);
    publish("en/questions/out-of-memory.html", (html) => html.replace("</title>", " (new)</title>"));
    const taken = page.evaluate(
      () => new Promise((resolve) => navigator.serviceWorker.addEventListener("controllerchange", resolve)),
    );
    await page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.update());
    await taken;
    await page.waitForTimeout(1500);
    await expect(page.locator(".notice")).toHaveCount(0);
  });

  test("with a network readers see what the server has; a kept page outlives its files", async ({ page, context }) => {
    await visit(page, `${origin}/zh/parameters/lora_rank`);
    publish("zh/parameters/lora_rank.html", (html) => html.replace("</title>", " (新)</title>"));
    await page.goto(`${origin}/zh/parameters/lora_rank`);
    await expect(page).toHaveTitle(/\(新\)/);

    // The server moves on to other hashes: the chunk of the search is gone there.
    rmSync(path.join(folder, "assets"), { recursive: true });
    await context.setOffline(true);
    await page.goto(`${origin}/zh/parameters/lora_rank`);
    await page.keyboard.press("/");
    await page.locator(".search-input").fill("学习率");
    await expect(page.locator(".search-result").first()).toBeVisible();
  });
});

test("the site can be installed: manifest, icons, start page", async ({ page, request }) => {
  for (const language of languages) {
    await page.goto(`/${language}`);
    const manifest = await (await request.get(`/${language}/manifest.webmanifest`)).json();
    await expect(page.locator("link[rel=manifest]")).toHaveAttribute("href", `/${language}/manifest.webmanifest`);
    expect(manifest).toMatchObject({ start_url: `/${language}`, scope: "/", display: "standalone" });
    for (const { src } of manifest.icons) expect((await request.get(src)).status(), src).toBe(200);
    expect((await request.get("/icons/apple-touch-icon.png")).status()).toBe(200);
  }
});

test("registration waits until the page has loaded", async ({ page }) => {
  const order: string[] = [];
  page.on("request", (request) => order.push(request.url()));
  await page.goto("/en/parameters/lora_rank", { waitUntil: "load" });
  const scripts = order.filter((url) => url.includes("/assets/")).length;
  expect(order.some((url) => url.includes("companion"))).toBe(false);
  expect(scripts).toBeGreaterThan(0);
  await expect.poll(() => order.some((url) => url.includes("companion"))).toBe(true);
});
