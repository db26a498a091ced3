import { expect, test } from "@playwright/test";

/** Not yet among the types of the platform that come with TypeScript. */
declare const URLPattern: new (pattern: string, base: string) => { test(url: string): boolean };

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("a parameter's page says everything", async ({ page }) => {
    await page.goto("/en/parameters/lora_alpha");
    for (const id of ["what", "principle", "choosing", "conditions", "pitfalls", "example", "history", "sources"])
      await expect(page.locator(`#${id}`)).toBeVisible();
    await expect(page.getByRole("link", { name: "finetuning_args.py:69" })).toHaveAttribute("href", /v0\.9\.5.*#L69$/);
  });

  test("the table of all parameters is a plain table, without dead controls", async ({ page }) => {
    await page.goto("/zh/parameters");
    expect(await page.locator("tbody tr").count()).toBeGreaterThan(400);
    await expect(page.getByRole("searchbox")).toBeHidden();
  });

  test("the entry and a short link offer both languages", async ({ page }) => {
    await page.goto("/p/lora_alpha");
    await expect(page.getByRole("link", { name: /中文/ })).toHaveAttribute("href", "/zh/parameters/lora_alpha");
    await expect(page.getByRole("link", { name: /English/ })).toHaveAttribute("href", "/en/parameters/lora_alpha");
  });
});

test("on a phone a row's name has the card's width", async ({ page }) => {
  await page.setViewportSize({ width: 375, height: 800 });
  await page.goto("/en/parameters");
  const card = await page.locator("tbody tr").first().boundingBox();
  const name = await page.locator("tbody tr th").first().boundingBox();
  expect(name?.width).toBeGreaterThan(0.9 * (card?.width ?? 0));
});

test("only what is read is drawn before it is asked for, never a page that holds what its reader typed", async ({
  page,
}) => {
  await page.goto("/zh");
  const rules = JSON.parse((await page.locator("script[type=speculationrules]").textContent()) ?? "");
  const isDrawn = (path: string) =>
    page.evaluate(([patterns, url]) => patterns.some((pattern) => new URLPattern(pattern, location.origin).test(url)), [
      rules.prerender[0].where.href_matches as string[],
      new URL(path, page.url()).href,
    ] as const);
  for (const path of [
    "/zh/parameters/lora_rank",
    "/en/topics/stages",
    "/zh/questions/resume#steps",
    "/en/environment/WANDB_DISABLED",
  ])
    expect(await isDrawn(path), path).toBe(true);
  for (const path of ["/zh/check", "/en/upgrade", "/zh/explain/lora", "/zh/parameters", "/zh/parameters/lora_rank.md"])
    expect(await isDrawn(path), path).toBe(false);
});
