import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import { languages, pageTypes } from "./pages";

for (const language of languages)
  for (const theme of ["light", "dark"] as const)
    for (const [type, path] of Object.entries(pageTypes))
      test(`axe finds nothing: ${language} ${theme} ${type}`, async ({ page }) => {
        await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
        await page.goto(`/${language}${path}`);
        const { violations } = await new AxeBuilder({ page })
          // Rows are all alike, and axe takes a minute over 450 of them.
          .exclude("[data-name=parameters] tbody tr:nth-child(n+30)")
          .withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"])
          .analyze();
        const found = violations.map(
          ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(" | ")}`,
        );
        expect(found).toEqual([]);
      });

test("the skip link is the first stop and leads to the content", async ({ page }) => {
  await page.goto("/en/parameters/lora_rank");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to content" })).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(page.locator("#content")).toBeFocused();
});

test("the theme button changes the theme, and the choice stays", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "light" });
  await page.goto("/en");
  await page.getByRole("button", { name: "Light or dark" }).click();
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
  await page.goto("/zh");
  await expect(page.locator("html")).toHaveAttribute("data-theme", "dark");
});

test("single-key shortcuts can be turned off", async ({ page }) => {
  await page.goto("/en/parameters");
  await page.evaluate(() => localStorage.setItem("single-key-shortcuts", "off"));
  await page.keyboard.press("f");
  await expect(page.getByRole("searchbox")).not.toBeFocused();
});
