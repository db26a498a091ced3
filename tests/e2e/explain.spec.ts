import { expect, type Page, test } from "@playwright/test";
import { explainerIds } from "@/lib/explainers/registry";

/** Everything that is drawn from the state: figures, numbers and the YAML, without the controls. */
const drawn = (page: Page) =>
  page.locator("[data-react]").evaluate((frame) => {
    const copy = frame.cloneNode(true) as Element;
    for (const control of copy.querySelectorAll("section[aria-label], [aria-live], label, input, select"))
      control.remove();
    return copy.innerHTML.replaceAll(/_[Rr]_\w+_/g, "");
  });

for (const id of explainerIds)
  test(`${id}: what a control changes is drawn, stands in the address, and opens again`, async ({ page }) => {
    await page.goto(`/en/explain/${id}`);
    const control = page.locator("[data-react] section[aria-label] :is(input[type=range], select)").first();
    const before = await drawn(page);
    // Nothing answers before the page's script has run.
    await expect(async () => {
      await control.press("ArrowRight");
      await expect(page).toHaveURL(/\?/, { timeout: 1000 });
    }).toPass();
    await expect.poll(() => drawn(page)).not.toBe(before);
    const [value, after] = [await control.inputValue(), await drawn(page)];

    await page.goto(page.url());
    await expect(control).toHaveValue(value);
    await expect.poll(() => drawn(page)).toBe(after);
  });

test("a choice is a step that Back undoes; a drag before it is not", async ({ page }) => {
  await page.goto("/zh/explain/quantization");
  const block = page.getByLabel("块大小").or(page.locator("[data-react] select").nth(1));
  const size = page.locator("[data-react] section[aria-label] input[type=range]").first();
  const start = await block.inputValue();
  await expect(async () => {
    await size.press("ArrowRight");
    await expect(page).toHaveURL(/outlier=/, { timeout: 1000 });
  }).toPass();
  const dragged = page.url();
  await block.selectOption({ index: 0 });
  await expect(page).toHaveURL(/block=/);
  await page.goBack();
  await expect(block).toHaveValue(start);
  expect(page.url()).toBe(dragged);
});

test("of what is dragged quickly nothing is lost, neither in the address nor in the figure", async ({ page }) => {
  await page.goto("/en/explain/sampling");
  const temperature = page.getByRole("slider", { name: /^temperature/i });
  await expect(async () => {
    await temperature.press("Home");
    await expect(page).toHaveURL(/temperature=/, { timeout: 1000 });
  }).toPass();
  for (let press = 0; press < 20; press += 1) await temperature.press("ArrowRight");
  const value = await temperature.inputValue();
  await expect(page).toHaveURL(new RegExp(`temperature=${value}(&|$)`));
  await expect(page.locator("[data-react] pre")).toContainText(`temperature: ${value}`);
});
