/**
 * The site below a sub-path, as on GitHub Pages. Only for a build that was made for one:
 * `BASE_PATH=/param-atlas npm run build && BASE_PATH=/param-atlas npx playwright test base-path`
 */

import { expect, type Page, test } from "@playwright/test";
import { watch } from "./watch";

const basePath = process.env.BASE_PATH ?? "";
test.skip(basePath === "", "the build is for the root of a domain");

/** Every request of the page that leaves the sub-path, or finds nothing. */
function watchRequests(page: Page): string[] {
  const strays: string[] = [];
  page.on("response", (response) => {
    const { pathname } = new URL(response.url());
    if (pathname !== basePath && !pathname.startsWith(`${basePath}/`)) strays.push(pathname);
    if (response.status() >= 400) strays.push(`${response.status()} ${pathname}`);
  });
  return strays;
}

test("search finds and opens pages", async ({ page }) => {
  const { complaints } = await watch(page);
  const strays = watchRequests(page);
  await page.goto(`${basePath}/en`);
  await page.keyboard.press("Control+k");
  await page.locator(".search-dialog").getByRole("combobox").fill("lora_rank");
  await expect(page.getByRole("option").first()).toContainText("lora_rank");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(new RegExp(`${basePath}/en/parameters/lora_rank`));
  await page.getByRole("link", { name: "切换到中文" }).click();
  await expect(page).toHaveURL(new RegExp(`${basePath}/zh/parameters/lora_rank`));
  expect([...complaints, ...strays]).toEqual([]);
});

test("tables, tools and explainers load what they need", async ({ page }) => {
  const { complaints } = await watch(page);
  const strays = watchRequests(page);
  await page.goto(`${basePath}/en/parameters?q=lora&both=1`);
  await expect(page.locator("[data-count]").first()).toContainText(" of ");
  for (const tool of ["upgrade", "convert"]) {
    await page.goto(`${basePath}/en/${tool}`);
    await page.locator("textarea[name=text]").fill("base_model: a/b\nmodel_name_or_path: a/b\n");
    await expect(page.locator("[data-output]")).toHaveValue(/a\/b/);
  }
  await page.goto(`${basePath}/en/releases/compare?from=v0.9.1&to=v0.9.5`);
  await expect(page.locator("[data-compare-result] a").first()).toHaveAttribute("href", new RegExp(`^${basePath}/en/`));
  await page.goto(`${basePath}/en/explain/memory?gpus=2`);
  await page.waitForLoadState("networkidle");
  expect([...complaints, ...strays]).toEqual([]);
});

test("the checker's worker and catalog are found", async ({ page }) => {
  const { complaints } = await watch(page);
  const strays = watchRequests(page);
  await page.goto(`${basePath}/en/check`);
  await page.locator(".cm-content").click();
  await page.keyboard.insertText("stage: sft\nlora_dropuot: 1\n");
  await expect(page.locator("[data-verdict]")).toHaveAttribute("data-verdict", "reject");
  expect([...complaints, ...strays]).toEqual([]);
});

test("the pages without a language lead into the sub-path, and so does a missing page", async ({ page, request }) => {
  await page.goto(`${basePath}/`);
  await expect(page).toHaveURL(new RegExp(`${basePath}/en$`));
  await page.goto(`${basePath}/p/lora_rank`);
  await expect(page).toHaveURL(new RegExp(`${basePath}/en/parameters/lora_rank$`));
  await page.goto(`${basePath}/zh/parameters/LORA-rank#pitfalls`);
  await expect(page).toHaveURL(new RegExp(`${basePath}/zh/parameters/lora_rank#pitfalls$`));
  await page.goto(`${basePath}/en/parameters/lora_rnk`);
  await expect(page.getByRole("link", { name: "lora_rank" })).toHaveAttribute(
    "href",
    `${basePath}/en/parameters/lora_rank`,
  );
  expect((await request.get("/en")).status()).toBe(404);
});

test("what machines read names addresses below the sub-path", async ({ request }) => {
  const text = async (path: string) => (await request.get(`${basePath}${path}`)).text();
  const origin = /<loc>(https:\/\/[^/]+)/.exec(await text("/sitemap.xml"))?.[1] ?? "";
  expect(origin).toMatch(/^https:/);
  for (const path of [
    ...["/sitemap.xml", "/robots.txt", "/feed.xml", "/zh/feed.xml", "/opensearch/en.xml", "/llms.txt", "/en/llms.txt"],
    ...[
      "/schema/v0.9.5.json",
      "/schema/draft-07/v0.9.5.json",
      "/api/v1/parameters.json",
      "/en/parameters/lora_rank.md",
    ],
    ...["/api/v1/parameters/lora_rank.json", "/en/parameters/lora_rank", "/zh/machines"],
  ]) {
    const own = (await text(path)).split(origin).slice(1);
    for (const rest of own) expect(`${path}: ${rest.slice(0, 40)}`).toContain(`: ${basePath}`);
  }
});
