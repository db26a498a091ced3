import { expect, type Page, test } from "@playwright/test";
import { axeViolations } from "./axe";

const field = (page: Page) => page.getByRole("combobox");
const options = (page: Page) => page.getByRole("option");
const active = (page: Page) => page.locator("[role=option][aria-selected=true]");

test("nothing of the search is loaded before it is opened", async ({ page }) => {
  const indexes: string[] = [];
  page.on("request", (request) => {
    if (request.url().includes("/search/")) indexes.push(request.url());
  });
  await page.goto("/en");
  await page.waitForLoadState("networkidle");
  expect(indexes).toEqual([]);
  await page.keyboard.press("/");
  await expect(field(page)).toBeFocused();
  await field(page).fill("lora rank");
  await expect(options(page).first()).toBeVisible();
  expect(indexes).toHaveLength(1);
});

test("what is typed while the search is still being loaded is not lost", async ({ page }) => {
  await page.route("**/assets/dialog-*.js", async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 1500));
    await route.continue();
  });
  await page.goto("/zh/frameworks");
  await page.locator("[data-table-filter]").focus();
  await page.keyboard.press("Control+k");
  await page.keyboard.type("out of memory");
  await expect(page.locator(".search-input")).toHaveValue("out of memory");
  // The script, the index and the engine one after the other, beside whatever else the machine does.
  await expect(page.locator(".search-result").first()).toBeVisible({ timeout: 30_000 });
  await expect(page.locator("[data-table-filter]")).toHaveValue("");
});

test("by keyboard alone: open, type, move, open the result", async ({ page }) => {
  await page.goto("/en/topics");
  await page.keyboard.press("Control+k");
  await expect(field(page)).toBeFocused();
  await page.keyboard.type("warmup");
  await expect(options(page).first()).toContainText("warmup_");

  await expect(field(page)).toHaveAttribute("aria-expanded", "true");
  const name = await active(page).textContent();
  expect(await field(page).getAttribute("aria-activedescendant")).toBe(await active(page).getAttribute("id"));
  await page.keyboard.press("ArrowDown");
  expect(await active(page).textContent()).not.toBe(name);
  await page.keyboard.press("End");
  await expect(options(page).last()).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("ArrowDown");
  await expect(options(page).first()).toHaveAttribute("aria-selected", "true");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Home");
  await expect(options(page).first()).toHaveAttribute("aria-selected", "true");

  const href = await active(page).getAttribute("href");
  await page.keyboard.press("Enter");
  await page.waitForURL((url) => url.pathname === href, { waitUntil: "commit" });
});

test("Ctrl-Enter opens the result in a new tab and leaves the search open", async ({ page, context }) => {
  await page.goto("/en?q=cutoff_len");
  await expect(active(page)).toContainText("cutoff_len");
  const [tab] = await Promise.all([context.waitForEvent("page"), page.keyboard.press("Control+Enter")]);
  await tab.waitForURL(/\/en\/parameters\/cutoff_len/, { waitUntil: "commit" });
  await expect(field(page)).toBeVisible();
});

test("Esc closes and the focus returns to where it was", async ({ page }) => {
  await page.goto("/zh/topics");
  const opener = page.locator("[data-search-open]").first();
  await opener.focus();
  await page.keyboard.press("Control+k");
  await field(page).fill("学习率");
  await expect(active(page)).toContainText("learning_rate");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toBeHidden();
  await expect(opener).toBeFocused();
});

test("Ctrl-K closes what it opened", async ({ page }) => {
  await page.goto("/en");
  await page.keyboard.press("Control+k");
  await expect(field(page)).toBeFocused();
  await page.keyboard.press("Control+k");
  await expect(page.getByRole("dialog")).toBeHidden();
});

test("a query can be sent on: the address holds it while it is typed and no longer than that", async ({ page }) => {
  await page.goto("/zh/topics?q=显存不足");
  await expect(active(page)).toContainText("显存不足");
  await field(page).fill("断点续训");
  await expect(page).toHaveURL(/q=%E6%96%AD%E7%82%B9%E7%BB%AD%E8%AE%AD/);
  await page.keyboard.press("Escape");
  await expect(page).not.toHaveURL(/q=/);
});

test("home's field hands its text to the search", async ({ page }) => {
  await page.goto("/en");
  await page.getByRole("search").getByRole("searchbox").fill("out of memory");
  await page.keyboard.press("Enter");
  await expect(field(page)).toHaveValue("out of memory");
  await expect(options(page).first()).toBeVisible();
});

test("while an input method composes nothing is searched, and the Enter that takes a candidate opens nothing", async ({
  page,
}) => {
  await page.goto("/zh");
  await page.keyboard.press("Control+k");
  await expect(page.locator(".search-examples")).toBeVisible();
  await expect(page.locator(".search-note")).not.toContainText("加载");

  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Input.imeSetComposition", { text: "xue xi", selectionStart: 6, selectionEnd: 6 });
  await expect(field(page)).toHaveValue("xue xi");
  await expect(options(page)).toHaveCount(0);

  // Chromium gives a key that the input method takes the code 229.
  await devtools.send("Input.dispatchKeyEvent", {
    type: "rawKeyDown",
    key: "Process",
    code: "Enter",
    windowsVirtualKeyCode: 229,
  });
  await expect(page).toHaveURL(/\/zh(\?|$)/);
  await devtools.send("Input.insertText", { text: "学习率" });
  await expect(field(page)).toHaveValue("学习率");
  await expect(active(page)).toContainText("learning_rate");
  await expect(page).toHaveURL(/\/zh\?q=/);

  await page.keyboard.press("Enter");
  await page.waitForURL(/\/zh\/parameters\/learning_rate/, { waitUntil: "commit" });
});

test("a pasted traceback is read by its lines", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto("/en");
  await page.keyboard.press("Control+k");
  // The dialog is loaded on first use; what is pasted before goes nowhere.
  await expect(page.locator("dialog[open] input")).toBeFocused();
  await page.evaluate(() =>
    navigator.clipboard.writeText(
      'Traceback (most recent call last):\n  File "tuner.py", line 156, in export_model\nValueError: Cannot merge adapters to a quantized model.\n',
    ),
  );
  await page.keyboard.press("Control+v");
  await expect(active(page)).toContainText(/merge|quantiz/i);
});

test("there is no dead end", async ({ page }) => {
  await page.goto("/en?q=zzzzqqqq");
  await expect(page.locator(".search-note")).toContainText("nearest");
  expect(await options(page).count()).toBeGreaterThan(0);
});

test("the table's filter finds what the search finds", async ({ page }) => {
  await page.goto("/en/parameters");
  await page.getByRole("searchbox").fill("modules_to_save");
  await expect(page.locator("tbody tr#additional_target")).toBeVisible();
});

test("on a phone the search fills the screen", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await page.goto("/zh?q=lora");
  await expect(options(page).first()).toBeVisible();
  const box = await page.getByRole("dialog").boundingBox();
  expect(box).toEqual({ x: 0, y: 0, width: 360, height: 740 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
});

test("a value leads to its row in the topic's table, marked", async ({ page }) => {
  await page.goto("/en?q=cosine_with_restarts");
  await expect(active(page)).toContainText("cosine_with_restarts");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/en\/topics\/lr-schedulers#cosine_with_restarts$/, { waitUntil: "commit" });
  await expect(page.locator("tr:target")).toBeInViewport();
});

for (const theme of ["light", "dark"] as const)
  test(`axe finds nothing in the open search, ${theme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: theme });
    await page.goto("/zh?q=显存不足");
    await expect(active(page)).toBeVisible();
    expect(await axeViolations(page, "dialog")).toEqual([]);
  });
