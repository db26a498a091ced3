import { expect, test } from "@playwright/test";
import { watch } from "./watch";

test("the search keeps to the policy too", async ({ page }) => {
  const { complaints } = await watch(page);
  await page.goto("/en");
  await page.keyboard.press("Control+k");
  await page.locator(".search-dialog").getByRole("combobox").fill("lora");
  await expect(page.locator(".search-dialog").getByRole("option").first()).toBeVisible();
  expect(complaints).toEqual([]);
});

test("the pages that belong to no language keep to the policy too", async ({ page }) => {
  const { complaints } = await watch(page);
  await page.goto("/");
  await expect(page).toHaveURL(/\/en$/);
  await page.goto("/p/lora_rank#pitfalls");
  await expect(page).toHaveURL(/\/en\/parameters\/lora_rank#pitfalls$/);
  await page.goto("/zh/parameters/lora_rnk");
  await expect(page.getByRole("link", { name: "lora_rank" })).toBeVisible();
  // The browser itself names the answer 404 in its console.
  expect(complaints.filter((each) => !each.includes("404 (Not Found)"))).toEqual([]);
});

test("the policy refuses what a hole in a page would need", async ({ page }) => {
  await page.goto("/en/explain/memory");
  await page.waitForLoadState("networkidle");
  const ran = await page.evaluate(async () => {
    const marks: string[] = [];
    Object.assign(window, { mark: (name: string) => marks.push(name) });
    const attempt = (name: string, action: () => unknown) => {
      try {
        action();
      } catch {
        marks.push(`${name} refused`);
      }
    };
    attempt("inline", () => {
      const script = document.createElement("script");
      script.textContent = "mark('inline')";
      document.body.append(script);
    });
    attempt("markup", () => {
      document.body.insertAdjacentHTML("beforeend", "<img src=x onerror=mark('markup')>");
    });
    // Later, since a browser that is driven from outside lets the driver's own call evaluate.
    await new Promise<void>((done) => {
      setTimeout(() => {
        // biome-ignore lint/security/noGlobalEval: the test is that it does not run
        attempt("eval", () => globalThis.eval("mark('eval')"));
        done();
      });
    });
    attempt("address", () => {
      document.createElement("script").src = "https://example.com/evil.js";
    });
    attempt("worker", () => new Worker("data:text/javascript,0"));
    attempt("handler", () => {
      document.body.setAttribute("onclick", "mark('handler')");
      document.body.click();
    });
    await fetch("https://example.com/collect").catch(() => marks.push("fetch refused"));
    return marks;
  });
  expect(ran.filter((mark) => !mark.endsWith("refused"))).toEqual([]);
  expect(ran).toEqual(expect.arrayContaining(["markup refused", "eval refused", "address refused", "fetch refused"]));
});

test("every page without a server's headers has the policy in itself", async ({ request }) => {
  for (const path of ["/", "/p/lora_rank", "/zh", "/en/check", "/en/explain/memory", "/zh/nothing-here"]) {
    const html = await (await request.get(path)).text();
    expect(html, path).toMatch(
      /^<!DOCTYPE html><html[^>]*><head><meta charset="utf-8"\/><meta http-equiv="Content-Sec/,
    );
  }
});
