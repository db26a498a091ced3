import { expect, test } from "@playwright/test";

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
