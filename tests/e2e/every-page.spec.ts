import { expect, type Page, test } from "@playwright/test";
import { axeViolations } from "./axe";
import { languages, pageTypes, toolTypes } from "./pages";
import { watch } from "./watch";

/** What holds for every page. One visit serves for all of it, since opening a page is what takes the time. */
for (const language of languages) {
  for (const [type, path] of Object.entries({ ...pageTypes, ...toolTypes })) {
    test(`${language} ${type}`, async ({ page, context }) => {
      await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
      const { complaints } = await watch(page);
      const response = await page.goto(`/${language}${path}`);

      await test.step("is one page in its language", async () => {
        await expect(page.locator("html")).toHaveAttribute("lang", language === "zh" ? "zh-Hans" : "en");
        await expect(page.locator("h1")).toHaveCount(1);
        expect(await page.title()).not.toBe("");
      });

      await test.step("keeps to its policy, asks no third party, sets no cookie, complains of nothing", async () => {
        expect(response?.headers()["content-security-policy"]).toContain("frame-ancestors 'none'");
        await page.waitForLoadState("networkidle");
        if ((await page.locator("[data-react]").count()) > 0) await expectHydrated(page);
        expect(complaints).toEqual([]);
        expect(await context.cookies()).toEqual([]);
      });

      await test.step("is wide enough at every width", async () => {
        for (const width of [320, 375, 640, 768, 1024, 1440]) {
          await page.setViewportSize({ width, height: 800 });
          const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
          expect(overflow, `sideways scroll at ${width} px`).toBeLessThanOrEqual(0);
        }
      });

      for (const colorScheme of ["light", "dark"] as const)
        await test.step(`axe finds nothing in the ${colorScheme} theme`, async () => {
          await page.emulateMedia({ colorScheme });
          expect(await axeViolations(page, withoutMostRows)).toEqual([]);
        });
      expect(complaints).toEqual([]);
    });
  }
}

/** Rows are all alike, and axe takes a minute over 450 of them. */
const withoutMostRows = { include: "html", exclude: "data-table tbody tr:nth-child(n+30)" };

/** The framework has taken over the page's controls. */
async function expectHydrated(page: Page) {
  await expect
    .poll(() =>
      page
        .locator("[data-react]")
        .first()
        .evaluate((element) =>
          [element, ...element.querySelectorAll("*")].some((each) =>
            Object.keys(each).some((key) => key.startsWith("__reactFiber")),
          ),
        ),
    )
    .toBe(true);
}
