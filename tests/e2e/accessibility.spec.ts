import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import { languages, pageTypes, toolTypes } from "./pages";

interface Visit {
  readonly language: string;
  readonly theme: "light" | "dark";
  readonly type: string;
  readonly path: string;
}

const visits: Visit[] = languages.flatMap((language) =>
  (["light", "dark"] as const).flatMap((theme) =>
    Object.entries(pageTypes).map(([type, path]) => ({ language, theme, type, path })),
  ),
);
// The tools are slow to open: each is looked at in one language and theme of two.
for (const [place, [type, path]] of Object.entries(toolTypes).entries()) {
  const [first, second] = place % 2 === 0 ? (["zh", "en"] as const) : (["en", "zh"] as const);
  visits.push({ language: first, theme: "light", type, path }, { language: second, theme: "dark", type, path });
}

for (const { language, theme, type, path } of visits)
  test(`axe finds nothing: ${language} ${theme} ${type}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: theme, reducedMotion: "reduce" });
    await page.goto(`/${language}${path}`);
    const { violations } = await new AxeBuilder({ page })
      // Rows are all alike, and axe takes a minute over 450 of them.
      .exclude("data-table tbody tr:nth-child(n+30)")
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
