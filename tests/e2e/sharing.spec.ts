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

interface Head {
  readonly canonical: string;
  /** Of links to the page in each language: hreflang and address. */
  readonly alternates: readonly (readonly [string, string])[];
  /** Name or property → contents, more than one where it is repeated. */
  readonly meta: Readonly<Record<string, readonly string[]>>;
  /** What the page says of itself as JSON-LD. */
  readonly nodes: readonly Statement[];
}

interface Statement {
  readonly "@type": string;
  readonly url?: string;
  readonly inLanguage?: string;
  readonly name?: string;
  readonly headline?: string;
  readonly description?: string;
  readonly itemListElement?: readonly { readonly item: string }[];
}

function headOf(page: Page): Promise<Head> {
  return page.evaluate(() => {
    const links = [...document.head.querySelectorAll<HTMLLinkElement>("link[rel=alternate][hreflang]")];
    const meta: Record<string, string[]> = {};
    for (const element of document.head.querySelectorAll("meta[content]")) {
      const name = element.getAttribute("property") ?? element.getAttribute("name");
      if (name !== null) meta[name] = [...(meta[name] ?? []), element.getAttribute("content") ?? ""];
    }
    return {
      canonical: document.querySelector("link[rel=canonical]")?.getAttribute("href") ?? "",
      alternates: links.map(({ hreflang, href }) => [hreflang, href] as const),
      meta,
      nodes: [...document.querySelectorAll('script[type="application/ld+json"]')].flatMap(
        ({ textContent }) => JSON.parse(textContent ?? "")["@graph"],
      ),
    };
  });
}

for (const language of languages) {
  test(`${language} pages say what they are to chats and search engines`, async ({ page, request }) => {
    for (const path of [...Object.values(pageTypes), explainer]) {
      await test.step(path, async () => {
        // Nothing but the document is looked at here.
        await page.goto(`/${language}${path}`, { waitUntil: "commit" });
        await page.waitForLoadState("domcontentloaded");
        const { canonical, alternates, meta, nodes } = await headOf(page);
        expect(canonical).toMatch(new RegExp(`^https://[^/]+/${language}${path}$`));
        expect(alternates.map(([hreflang]) => hreflang).sort()).toEqual(["en", "x-default", "zh-Hans"]);
        expect(alternates).toContainEqual([language === "zh" ? "zh-Hans" : "en", canonical]);

        expect(meta).toMatchObject({
          "og:url": [canonical],
          "og:locale": [language === "zh" ? "zh_CN" : "en_US"],
          "og:locale:alternate": [language === "zh" ? "en_US" : "zh_CN"],
          "og:site_name": [language === "zh" ? "参数图鉴" : "Param Atlas"],
          "og:description": meta.description,
          "og:image:alt": [expect.stringMatching(/./)],
          "og:image:width": ["1200"],
          "og:image:height": ["630"],
          "twitter:card": ["summary_large_image"],
        });
        expect(meta.description).toHaveLength(1);
        expect(meta["og:image"]).toHaveLength(1);

        const picture = new URL(meta["og:image"]?.[0] ?? "");
        expect(picture.pathname).toBe(`/og/${language}${withPicture.has(path) ? path : ""}.png`);
        const response = await request.get(picture.pathname);
        expect(response.headers()["content-type"]).toBe("image/png");
        const png = await response.body();
        expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([1200, 630]);
        expect(png.length).toBeLessThan(40 * 1024);

        expect(nodes.map((node) => node["@type"])).toEqual(types[path] ?? []);
        for (const node of nodes) {
          if (node["@type"] === "BreadcrumbList") {
            expect(node.itemListElement?.at(-1)?.item).toBe(canonical);
          } else {
            expect(node.url).toBe(canonical);
            expect(node.inLanguage).toBe(language === "zh" ? "zh-Hans" : "en");
            expect(node.name ?? node.headline).toBeTruthy();
            expect(node.description).toBeTruthy();
          }
        }
      });
    }
  });
}
