import { expect, type Page, test } from "@playwright/test";
import { languages, pageTypes } from "./pages";

const explainer = "/explain/memory";
const withPicture = new Set<string>([
  pageTypes.parameter,
  pageTypes.removedParameter,
  pageTypes.topic,
  pageTypes.question,
  pageTypes.environmentSwitch,
  explainer,
]);
const types: Readonly<Record<string, readonly string[]>> = {
  [pageTypes.home]: ["WebSite"],
  [pageTypes.table]: ["DefinedTermSet"],
  [pageTypes.environment]: ["DefinedTermSet"],
  [pageTypes.parameter]: ["DefinedTerm", "BreadcrumbList"],
  [pageTypes.removedParameter]: ["DefinedTerm", "BreadcrumbList"],
  [pageTypes.environmentSwitch]: ["DefinedTerm", "BreadcrumbList"],
  [pageTypes.topic]: ["TechArticle", "BreadcrumbList"],
  [pageTypes.question]: ["TechArticle", "BreadcrumbList"],
  [explainer]: ["TechArticle", "BreadcrumbList"],
};

/** Content of a `<meta>` by its name or property; null when it is missing, an error when it is repeated. */
async function meta(page: Page, name: string): Promise<string | null> {
  const all = await page.locator(`meta[name="${name}"], meta[property="${name}"]`).all();
  expect(all.length, name).toBeLessThanOrEqual(1);
  return (await all[0]?.getAttribute("content")) ?? null;
}

for (const language of languages) {
  for (const path of [...Object.values(pageTypes), explainer]) {
    test(`${language}${path} says what it is to chats and search engines`, async ({ page, request }) => {
      await page.goto(`/${language}${path}`);
      const canonical = await page.locator("link[rel=canonical]").getAttribute("href");
      expect(canonical).toMatch(new RegExp(`^https://[^/]+/${language}${path}$`));
      const twin = (hreflang: string) => page.locator(`head link[rel=alternate][hreflang=${hreflang}]`);
      await expect(twin(language === "zh" ? "zh-Hans" : "en")).toHaveAttribute("href", canonical ?? "");
      await expect(twin(language === "zh" ? "en" : "zh-Hans")).toHaveCount(1);
      await expect(twin("x-default")).toHaveCount(1);

      expect(await meta(page, "og:url")).toBe(canonical);
      expect(await meta(page, "og:locale")).toBe(language === "zh" ? "zh_CN" : "en_US");
      expect(await meta(page, "og:locale:alternate")).toBe(language === "zh" ? "en_US" : "zh_CN");
      expect(await meta(page, "og:site_name")).toBe(language === "zh" ? "参数图鉴" : "Param Atlas");
      expect(await meta(page, "og:description")).toBe(await meta(page, "description"));
      expect(await meta(page, "twitter:card")).toBe("summary_large_image");
      expect(await meta(page, "og:image:alt")).toBeTruthy();

      const picture = new URL((await meta(page, "og:image")) ?? "");
      expect(picture.pathname).toBe(`/og/${language}${withPicture.has(path) ? path : ""}.png`);
      const response = await request.get(picture.pathname);
      expect(response.headers()["content-type"]).toBe("image/png");
      const png = await response.body();
      expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);
      expect([await meta(page, "og:image:width"), await meta(page, "og:image:height")]).toEqual(["1200", "630"]);
      expect(png.length).toBeLessThan(40 * 1024);

      const blocks = await page.locator('script[type="application/ld+json"]').allTextContents();
      const nodes = blocks.flatMap((block) => JSON.parse(block)["@graph"]);
      expect(nodes.map((node) => node["@type"])).toEqual(types[path] ?? []);
      for (const node of nodes) {
        if (node["@type"] === "BreadcrumbList") {
          expect(node.itemListElement.at(-1).item).toBe(canonical);
        } else {
          expect(node.url).toBe(canonical);
          expect(node.inLanguage).toBe(language === "zh" ? "zh-Hans" : "en");
          expect(node.name ?? node.headline).toBeTruthy();
          expect(node.description).toBeTruthy();
        }
      }
    });
  }
}
