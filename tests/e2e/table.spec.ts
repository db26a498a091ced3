import { readFile } from "node:fs/promises";
import { expect, test } from "@playwright/test";

const visibleRows = "tbody tr:not([hidden])";

test("the filter finds by key and by name, whatever the spelling, and counts", async ({ page }) => {
  await page.goto("/zh/parameters");
  await page.getByRole("searchbox", { name: "筛选" }).fill("LORA-RANK");
  await expect(page.locator(visibleRows).first()).toHaveAttribute("id", "lora_rank");
  await page.getByRole("searchbox", { name: "筛选" }).fill("学习率");
  await expect(page.locator("#learning_rate")).toBeVisible();
  await expect(page.locator("#seed")).toBeHidden();
  await expect(page).toHaveURL(/\?q=/);
});

test("all that a filter leaves is shown, in order, though not at once", async ({ page }) => {
  await page.goto("/en/parameters");
  const all = await page.locator(visibleRows).count();
  const order = () => page.locator(visibleRows).evaluateAll((rows) => rows.map(({ id }) => id).join());
  const before = await order();
  await page.getByRole("searchbox").fill("o");
  const [, left] = /^(\d+) of/.exec((await page.locator("[data-count]").textContent()) ?? "") ?? [];
  expect(Number(left)).toBeGreaterThan(100);
  await expect(page.locator(visibleRows)).toHaveCount(Number(left));
  await page.getByRole("searchbox").fill("");
  await expect(page.locator(visibleRows)).toHaveCount(all);
  expect(await order()).toBe(before);
});

test("columns keep their widths while one types", async ({ page }) => {
  await page.goto("/en/parameters");
  const widths = () => page.locator("thead th:visible").evaluateAll((heads) => heads.map((head) => head.clientWidth));
  // The sort buttons are there, which widen the heads.
  await expect(page.locator("thead .sort-button").first()).toBeVisible();
  const before = await widths();
  await page.getByRole("searchbox").click();
  await expect(page.locator("data-table table")).toHaveCSS("table-layout", "fixed");
  await page.getByRole("searchbox").fill("lora_rank");
  await expect(page.locator(visibleRows).first()).toHaveAttribute("id", "lora_rank");
  expect(await widths()).toEqual(before);
});

test("a choice can be taken back with Back; typed letters are not steps of the history", async ({ page }) => {
  await page.goto("/en/parameters");
  const all = await page.locator(visibleRows).count();
  await page.getByText("Level", { exact: true }).first().click();
  await page.getByRole("checkbox", { name: "essential" }).check();
  await expect(page).toHaveURL(/level=essential/);
  const essential = await page.locator(visibleRows).count();
  expect(essential).toBeLessThan(all);
  await page.getByRole("searchbox").fill("lora");
  await page.goBack();
  await expect(page.locator(visibleRows)).toHaveCount(all);
});

test("what was typed is there again on the way back, however fast a row was opened", async ({ page }) => {
  await page.goto("/en/parameters");
  await page.getByRole("searchbox").fill("lora_rank");
  await page.locator("#lora_rank").getByRole("link", { name: "lora_rank", exact: true }).click();
  await expect(page.locator("h1")).toContainText("lora_rank");
  await page.goBack();
  await expect(page.getByRole("searchbox")).toHaveValue("lora_rank");
});

test("sorts by the heading, and tells assistive technology", async ({ page }) => {
  await page.goto("/en/parameters");
  const sort = page.getByRole("button", { name: "Parameter", exact: true });
  await sort.click();
  await sort.click();
  await expect(page.getByRole("columnheader", { name: "Parameter" })).toHaveAttribute("aria-sort", "descending");
  await expect(page.locator("tbody tr").first()).toHaveAttribute("id", "weight_decay");
});

test("pins rows side by side, and the link opens the same view", async ({ page }) => {
  await page.goto("/en/parameters");
  await page.getByRole("searchbox").fill("lora_");
  await page.getByRole("button", { name: "Pin lora_rank to compare" }).click();
  await page.getByRole("button", { name: "Pin lora_alpha to compare" }).click();
  await page.getByRole("button", { name: "Only pinned rows" }).click();
  await expect(page.locator(visibleRows)).toHaveCount(2);
  await page.goto(page.url());
  await expect(page.locator(visibleRows)).toHaveCount(2);
  await expect(page.locator(visibleRows).first()).toHaveAttribute("id", "lora_rank");
});

test("columns can be chosen", async ({ page }) => {
  await page.goto("/en/parameters");
  await page.getByText("Columns", { exact: true }).click();
  await page.getByRole("checkbox", { name: "Since" }).check();
  await expect(page.getByRole("columnheader", { name: "Since" })).toBeVisible();
  await expect(page).toHaveURL(/cols=.*since/);
});

test("a view that shows nothing says so and can be cleared", async ({ page }) => {
  await page.goto("/en/topics/stages?q=zzzzqqqq");
  const table = page.locator("data-table").first();
  await expect(table.getByText("No row matches these filters.")).toBeVisible();
  await table.getByRole("button", { name: "Clear filters" }).click();
  await expect(table.locator(visibleRows).first()).toBeVisible();
});

test("shows both languages under one another", async ({ page }) => {
  await page.goto("/zh/topics/stages");
  await page.getByRole("button", { name: "双语对照" }).first().click();
  await expect(page.locator("#sft [data-twin]").first()).toHaveAttribute("lang", "en");
});

test("exports what is shown", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto("/en/parameters?q=lora_rank&cols=default");
  await page.getByText("Export", { exact: true }).click();
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Download CSV" }).click(),
  ]);
  const csv = await readFile(await download.path(), "utf8");
  expect(csv.split("\r\n")[0]).toBe("\uFEFFParameter,Default");
  expect(csv).toContain("lora_rank,8");
  await page.getByRole("button", { name: "Copy as Markdown" }).click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain("| lora_rank | 8 |");
});

test("works by keyboard alone", async ({ page }) => {
  await page.goto("/en/parameters");
  await expect(page.getByRole("searchbox")).toBeVisible();
  await page.keyboard.press("f");
  await expect(page.getByRole("searchbox")).toBeFocused();
  await page.keyboard.type("cutoff");
  await expect(page.locator("#cutoff_len")).toBeVisible();
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  await expect(page).toHaveURL(/type=bool/);
  await page.keyboard.press("Escape");
  await expect(page.locator("[data-menu] summary").first()).toBeFocused();
});

for (const query of [
  "?sort=__proto__&level=constructor",
  `?q=${"x".repeat(5000)}`,
  "?pin=%3Cimg%20src=x%20onerror=alert(1)%3E&cols=,,,",
])
  test(`a hostile link opens a harmless table: ${query.slice(0, 40)}`, async ({ page }) => {
    const errors: string[] = [];
    page.on("pageerror", (error) => errors.push(error.message));
    await page.goto(`/en/parameters${query}`);
    await expect(page.getByRole("searchbox")).toBeVisible();
    expect(errors).toEqual([]);
  });
