import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { languages } from "./pages";

/** A page object of a PDF says `/Type /Page`; the tree above them says `/Pages`. */
async function sheetsOf(page: Page): Promise<number> {
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
  return pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
}

/** The parameters with the most text, which need the most paper. */
function longest(language: string, count: number): string[] {
  const folder = path.join(process.cwd(), "out", language, "parameters");
  return readdirSync(folder)
    .filter((file) => file.endsWith(".html"))
    .map((file) => {
      const html = readFileSync(path.join(folder, file), "utf8");
      const main = /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? "";
      return { name: file.replace(/\.html$/, ""), characters: main.replace(/<[^>]+>/g, "").length };
    })
    .sort((a, b) => b.characters - a.characters)
    .slice(0, count)
    .map(({ name }) => name);
}

for (const language of languages)
  test(`the ten longest parameters fit two sheets each: ${language}`, async ({ page }) => {
    const sheets: Record<string, number> = {};
    for (const name of longest(language, 10)) {
      await page.goto(`/${language}/parameters/${name}`);
      sheets[name] = await sheetsOf(page);
    }
    test.info().annotations.push({ type: "sheets", description: JSON.stringify(sheets) });
    expect(Object.entries(sheets).filter(([, count]) => count < 1 || count > 2)).toEqual([]);
  });

for (const language of languages)
  test(`the cheat sheet fits eight sheets and names every essential parameter: ${language}`, async ({ page }) => {
    await page.goto(`/${language}/cheat-sheet`);
    const sheets = await sheetsOf(page);
    test.info().annotations.push({ type: "sheets", description: String(sheets) });
    expect(sheets).toBeLessThanOrEqual(8);
    for (const name of ["learning_rate", "lora_rank", "cutoff_len", "template", "stage"])
      await expect(page.locator("main tbody").getByRole("link", { name, exact: true })).toHaveCount(1);
  });

test("the print button prints", async ({ page }) => {
  await page.goto("/en/cheat-sheet");
  await page.evaluate(() => {
    globalThis.print = () => document.documentElement.setAttribute("data-printed", "");
  });
  await page.getByRole("button", { name: "Print" }).click();
  await expect(page.locator("html")).toHaveAttribute("data-printed", "");
});

test("on paper: black on white in either theme, addresses of sources, nothing to press", async ({ page }) => {
  await page.addInitScript(() => localStorage.setItem("theme", "dark"));
  await page.goto("/en/parameters/lora_rank");
  await page.emulateMedia({ media: "print" });
  expect(await page.evaluate(() => getComputedStyle(document.body).color)).toBe("rgb(0, 0, 0)");
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)).toBe(
    "rgb(255, 255, 255)",
  );
  const after = await page
    .locator(".source-list a")
    .first()
    .evaluate((link) => getComputedStyle(link, "::after").content);
  expect(after).toContain("https://");
  for (const selector of ["header nav", "footer", "main button", "main select", "main input", "nav"])
    for (const element of await page.locator(selector).all()) await expect(element).toBeHidden();
});

// 182 mm, what A4 leaves between its margins, in CSS pixels.
const sheetWidth = 688;

for (const language of languages)
  test(`tables print whole, no column squeezed: ${language}`, async ({ page }) => {
    await page.setViewportSize({ width: sheetWidth, height: 973 });
    const topics = readdirSync(path.join(process.cwd(), "out", language, "topics")).filter((file) =>
      /html$/.test(file),
    );
    const addresses = [
      "parameters",
      "environment",
      "frameworks",
      "cheat-sheet",
      ...topics.map((file) => `topics/${file}`),
    ];
    const problems: Record<string, string[]> = {};
    for (const address of addresses) {
      await page.goto(`/${language}/${address.replace(/\.html$/, "")}`);
      await page.emulateMedia({ media: "print" });
      const found = await problemsOnPaper(page);
      if (found.length > 0) problems[address] = found;
    }
    expect(problems).toEqual({});
  });

function problemsOnPaper(page: Page): Promise<string[]> {
  return page.evaluate((width) => {
    const found: string[] = [];
    for (const element of document.querySelectorAll<HTMLElement>("main *")) {
      const { position } = getComputedStyle(element);
      const box = element.getBoundingClientRect();
      if (box.width === 0 || element.closest(".sr-only, .no-print, svg, math") !== null) continue;
      const start = element.outerHTML.slice(0, 90);
      if (position === "sticky" || position === "fixed") found.push(`${position}: ${start}`);
      if (/^T[HD]$/.test(element.tagName) && box.width < 26) found.push(`${Math.round(box.width)} px wide: ${start}`);
      if (box.right > width + 1) found.push(`reaches ${Math.round(box.right)} px: ${start}`);
    }
    return found.slice(0, 3);
  }, sheetWidth);
}
