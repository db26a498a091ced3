/** What comes from outside (an address, a paste, a file) is text, whatever it says: nothing of it runs, nothing of it is lost. */

import { deflateRawSync } from "node:zlib";
import { expect, type Page, test } from "@playwright/test";
import { fragmentOf, packText } from "@/lib/checker/tool/share";
import { watch } from "./watch";

const attack = `"'><img src=x onerror=alert(1)><script>alert(2)</script><svg onload=alert(3)>{{7*7}}\${7*7}`;
const encoded = encodeURIComponent(attack);
const ownNames = ["__proto__", "constructor", "prototype", "toString"];

async function expectNothingInjected(page: Page, complaints: readonly string[]) {
  await expect(page.locator('img[src="x"], svg[onload], [onerror]')).toHaveCount(0);
  expect(complaints).toEqual([]);
}

/** As a host without a limit would answer an address of any length. */
async function serveLongAddresses(page: Page) {
  await page.route(
    (url) => url.href.length > 8000,
    async (route) => route.fulfill({ response: await route.fetch({ url: route.request().url().split("?")[0] ?? "" }) }),
  );
}

const search = (page: Page) => page.locator(".search-dialog").getByRole("combobox");
const verdict = (page: Page) => page.locator("[data-verdict]");

async function paste(page: Page, text: string) {
  await page.locator(".cm-content").click();
  await page.keyboard.press("ControlOrMeta+a");
  await page.locator(".cm-content").evaluate((element, pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", pasted);
    element.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, text);
}

test("a query in the address is searched for as text", async ({ page }) => {
  const { complaints } = await watch(page);
  await page.goto(`/en?q=${encoded}`);
  await expect(search(page)).toHaveValue(attack);
  await expect(page.locator(".search-note")).not.toBeEmpty();
  for (const name of ownNames) {
    await search(page).fill(name);
    await expect(page.locator(".search-note")).not.toBeEmpty();
  }
  await search(page).fill("lora_rank");
  await expect(page.getByRole("option").first()).toContainText("lora_rank");
  await expectNothingInjected(page, complaints);
});

test("a fragment that is no text, or markup, opens the page", async ({ page }) => {
  const { complaints } = await watch(page);
  for (const fragment of ["#%E0%A4%A", `#${encoded}`, '#"]', "#__proto__", "#c=%"]) {
    await page.goto("about:blank");
    await page.goto(`/en/parameters?q=lora_rank${fragment}`);
    await expect(page.locator("data-table [data-count]").first()).toContainText(" of ");
  }
  await page.goto(`/en/parameters/lora_alpha#${encoded}`);
  await expect(page.locator("h1")).toContainText("lora_alpha");
  await expectNothingInjected(page, complaints);
});

test("a table's address chooses only what the table has", async ({ page }) => {
  const { complaints } = await watch(page);
  const names = ownNames.map((name) => `${name}=1&type=${name}&sort=${name}&cols=${name}&pin=${name}`).join("&");
  await page.goto(`/en/parameters?q=${encoded}&type=${encoded}&sort=${encoded}&pin=${encoded}&${names}`);
  const filter = page.locator("[data-table-filter]");
  await expect(filter).toHaveValue(attack);
  await expect(page.locator("[data-empty]").first()).toBeVisible();
  await filter.fill("lora_rank");
  await expect(page.locator("#lora_rank")).toBeVisible();
  await expectNothingInjected(page, complaints);
});

test("the other pages that read their address keep to their choices", async ({ page }) => {
  const { complaints } = await watch(page);
  for (const path of [
    `/en/releases/compare?from=${encoded}&to=__proto__`,
    `/en/parameters/lora_alpha?release=${encoded}`,
    `/en/upgrade?from=${encoded}&to=constructor&pin=__proto__`,
    `/en/convert?from=${encoded}&from=__proto__`,
    `/en/explain/memory?model=${encoded}&gpus=1e999&__proto__=1&constructor=2`,
    `/en/explain/lr-schedules?curve=${encoded}&curve=__proto__,factor:constructor`,
    `/en/check?release=__proto__&gpus=constructor&command=${encoded}`,
  ]) {
    await page.goto(path);
    await page.waitForLoadState("networkidle");
    await expect(page.locator("h1")).toBeVisible();
  }
  await expectNothingInjected(page, complaints);
});

test("a shared text with markup and an object's own names is checked as text", async ({ page }) => {
  const { complaints } = await watch(page);
  const yaml = `stage: sft\nmodel_name_or_path: ${JSON.stringify(attack)}\n${ownNames.map((name) => `${name}: 1`).join("\n")}\n`;
  await page.goto(`/en/check${fragmentOf(await packText(yaml))}`);
  await expect(page.locator(".cm-content")).toContainText("onerror=alert(1)");
  await expect(verdict(page)).toHaveAttribute("data-verdict", "reject");
  for (const name of ownNames)
    await expect(page.locator('[data-severity="error"]').filter({ hasText: name }).first()).toBeVisible();
  await paste(page, `${attack}: ${attack}\n"<b>": !!python/object:os.system [1]\n`);
  await expect(page.locator('[data-severity="error"]').first()).toBeVisible();
  await expectNothingInjected(page, complaints);
});

test("a shared text that would unpack to far more is refused, and the page goes on", async ({ page }) => {
  const { complaints } = await watch(page);
  // 64 MiB in an address of some 90 KB; the page stops at 4.
  const bomb = deflateRawSync(Buffer.alloc(64 * 2 ** 20), { level: 9 }).toString("base64url");
  await page.goto(`/en/check#c=${bomb}`);
  await expect(page.locator("[data-notice]")).toBeVisible();
  await paste(page, "stage: sft\nlora_dropuot: 1\n");
  await expect(verdict(page)).toHaveAttribute("data-verdict", "reject");
  const held = await page.evaluate(
    () => (performance as unknown as { memory?: { usedJSHeapSize: number } }).memory?.usedJSHeapSize ?? 0,
  );
  expect(held).toBeLessThan(300 * 2 ** 20);
  await expectNothingInjected(page, complaints);
});

for (const tool of ["upgrade", "convert"]) {
  test(`${tool}: markup and an object's own names come out as text`, async ({ page }) => {
    const { complaints } = await watch(page);
    await page.goto(`/en/${tool}`);
    const input = page.locator("textarea[name=text]");
    const yaml = `base_model: ${JSON.stringify(attack)}\nmodel_name_or_path: ${JSON.stringify(attack)}\n${ownNames
      .map((name) => `${name}: 1`)
      .join("\n")}\n`;
    await input.fill(yaml);
    await expect(page.locator("[data-output]")).toHaveValue(/onerror=alert\(1\)/);
    await input.fill(`${attack}: [`);
    await expect(page.locator("[data-problem]")).toBeVisible();
    await expect(input).toHaveValue(`${attack}: [`);
    await expectNothingInjected(page, complaints);
  });
}

test.describe("oversize", () => {
  const megabyte = "lora rank ".repeat(2 ** 20 / 10);

  test("a query of a megabyte is cut, and the search goes on", async ({ page }) => {
    const { complaints } = await watch(page);
    await serveLongAddresses(page);
    await page.goto(`/en?q=${megabyte.replaceAll(" ", "+")}`);
    await expect(page.locator(".search-note")).not.toBeEmpty();
    await search(page).fill("lora_rank");
    await expect(page.getByRole("option").first()).toContainText("lora_rank");
    expect(complaints).toEqual([]);
  });

  test("a filter of a megabyte is cut, and the table goes on", async ({ page }) => {
    const { complaints } = await watch(page);
    await serveLongAddresses(page);
    await page.goto(`/en/parameters?q=${megabyte.slice(0, 100_000).replaceAll(" ", "+")}`);
    const filter = page.locator("[data-table-filter]");
    await expect(page.locator("[data-count]").first()).toContainText(" of ");
    await filter.evaluate((input: HTMLInputElement, pasted) => {
      input.value = pasted;
      input.dispatchEvent(new Event("input", { bubbles: true }));
    }, megabyte);
    await filter.fill("lora_rank");
    await expect(page.locator("#lora_rank")).toBeVisible();
    expect(complaints).toEqual([]);
  });

  test("two megabytes pasted into the checker stay, and are answered", async ({ page }) => {
    const { complaints } = await watch(page);
    await page.goto("/en/check");
    await expect(page.locator(".cm-content")).toBeVisible();
    await paste(page, `stage: sft\n${"# a line of a comment that says nothing\n".repeat(50_000)}lora_dropuot: 1\n`);
    await expect(verdict(page)).toHaveAttribute("data-verdict", /\w/, { timeout: 30_000 });
    await paste(page, "stage: sft\nlora_dropuot: 1\n");
    await expect(verdict(page)).toHaveAttribute("data-verdict", "reject");
    expect(complaints).toEqual([]);
  });

  for (const tool of ["upgrade", "convert"]) {
    test(`two megabytes in ${tool} stay, and are answered`, async ({ page }) => {
      const { complaints } = await watch(page);
      await page.goto(`/en/${tool}`);
      const input = page.locator("textarea[name=text]");
      const text = Array.from({ length: 80_000 }, (_, index) => `some_key_${index}: some value`).join("\n");
      // As a paste does it: the browser's driver would type for minutes.
      await input.evaluate((area: HTMLTextAreaElement, pasted) => {
        area.value = pasted;
        area.dispatchEvent(new Event("input", { bubbles: true }));
      }, text);
      await expect(page.locator("[data-problem]")).toContainText("500,000");
      expect(await input.evaluate((area: HTMLTextAreaElement) => area.value.length)).toBe(text.length);
      await input.evaluate((area: HTMLTextAreaElement) => {
        area.value = "base_model: a/b\n";
        area.dispatchEvent(new Event("input", { bubbles: true }));
      });
      await expect(page.locator("[data-output]")).toHaveValue(/a\/b/, { timeout: 30_000 });
      expect(complaints).toEqual([]);
    });
  }
});
