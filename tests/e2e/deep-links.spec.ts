import { expect, type Page, test } from "@playwright/test";

/** Whether the element stands below the sticky header and inside the window. */
async function expectInSight(page: Page, selector: string) {
  await expect
    .poll(async () =>
      page.evaluate((of) => {
        const target = document.querySelector(of)?.getBoundingClientRect();
        const header = document.querySelector("header")?.getBoundingClientRect();
        return target !== undefined && target.top >= (header?.bottom ?? 0) - 1 && target.top < innerHeight;
      }, selector),
    )
    .toBe(true);
}

test("a section's link opens at the section", async ({ page }) => {
  await page.goto("/zh/parameters/lora_alpha#pitfalls");
  await expectInSight(page, "#pitfalls");
});

test("a row's link opens at the row, marked, below the sticky header", async ({ page }) => {
  await page.goto("/en/parameters#warmup_ratio");
  await expectInSight(page, "#warmup_ratio");
  const marked = await page.locator("#warmup_ratio th").evaluate((cell) => getComputedStyle(cell).backgroundColor);
  const other = await page.locator("#warmup_steps th").evaluate((cell) => getComputedStyle(cell).backgroundColor);
  expect(marked).not.toBe(other);
});

test("on a phone a row's link opens at its row and does not travel there", async ({ page }) => {
  await page.setViewportSize({ width: 375, height: 800 });
  await page.goto("/zh/parameters#warmup_ratio");
  // A journey over a hundred thousand pixels would pass through other places.
  const top = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const look = () =>
          requestAnimationFrame(() => {
            if (document.querySelector("data-table:not(:defined)") !== null) look();
            else
              requestAnimationFrame(() =>
                resolve(document.querySelector("#warmup_ratio")?.getBoundingClientRect().top ?? 0),
              );
          });
        look();
      }),
  );
  expect(top).toBeGreaterThan(0);
  expect(top).toBeLessThan(200);
});

test("a row's link opens at the row also when the link sorts and filters", async ({ page }) => {
  await page.goto("/en/parameters?sort=-name&level=essential#learning_rate");
  await expectInSight(page, "#learning_rate");
});

test("the copy button copies the short link and says so", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto("/en/parameters/lora_rank");
  await page.getByRole("button", { name: "Copy the link" }).click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/\/p\/lora_rank$/);
  await expect(page.locator("[data-announcer]")).toHaveText("Copied");
});

test("a code block copies its code alone", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.goto("/en/parameters/lora_rank");
  await page.locator("[data-code]").first().getByRole("button").click();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^lora_rank: \S+\s*$/);
});

test("switching the language keeps path, query and anchor", async ({ page }) => {
  await page.goto("/zh/parameters?level=essential&sort=-name#lora_rank");
  await page.getByRole("link", { name: "Switch to English" }).click();
  await expect(page).toHaveURL(/\/en\/parameters\?level=essential&sort=-name#lora_rank$/);
  await expectInSight(page, "#lora_rank");
});

test("switching the language keeps the reader's place", async ({ page }) => {
  await page.goto("/en/parameters/lora_alpha");
  await page
    .locator("#pitfalls")
    .evaluate((heading) => heading.scrollIntoView({ block: "start", behavior: "instant" }));
  await page.getByRole("link", { name: "切换到中文" }).click();
  await expect(page).toHaveURL(/\/zh\/parameters\/lora_alpha$/);
  await expectInSight(page, "#pitfalls");
});

test.describe("the language of a short link", () => {
  test.use({ locale: "zh-CN" });

  test("is the browser's", async ({ page }) => {
    await page.goto("/p/lora_rank#example");
    await expect(page).toHaveURL(/\/zh\/parameters\/lora_rank#example$/);
  });

  test("is the saved choice, once there is one", async ({ page }) => {
    await page.goto("/zh/parameters/lora_rank");
    await page.getByRole("link", { name: "Switch to English" }).click();
    await expect(page).toHaveURL(/\/en\//);
    await page.goto("/");
    await expect(page).toHaveURL(/\/en$/);
  });
});

test("an unknown name gets a real 404 that offers the nearest names, in the address's language", async ({ page }) => {
  const response = await page.goto("/zh/parameters/lora_rnak");
  expect(response?.status()).toBe(404);
  await expect(page.getByRole("heading", { name: "没有这个页面" })).toBeVisible();
  await page.getByRole("link", { name: "lora_rank", exact: true }).click();
  await expect(page).toHaveURL(/\/zh\/parameters\/lora_rank$/);
});

test("another framework's name leads to ours", async ({ page }) => {
  await page.goto("/en/parameters/micro_batch_size");
  await expect(page.getByRole("link", { name: "per_device_train_batch_size" })).toBeVisible();
});

for (const hostile of [
  "/en/parameters/%E0%A4%A",
  "/zh/%3Cscript%3Ealert(1)%3C%2Fscript%3E",
  "/en/parameters/__proto__",
])
  test(`a mangled address is a 404 and nothing else: ${hostile}`, async ({ page }) => {
    let dialogs = 0;
    page.on("dialog", () => (dialogs += 1));
    const response = await page.goto(hostile);
    expect([400, 404]).toContain(response?.status());
    expect(dialogs).toBe(0);
  });
