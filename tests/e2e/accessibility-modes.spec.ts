import { expect, type Page, test } from "@playwright/test";
import { pageTypes, toolTypes } from "./pages";

/** What readers change in their system: contrast, motion, zoom, pointer; on every type of page, in one language or the other. */
const pages = Object.entries({ ...pageTypes, ...toolTypes }).map(([type, path], place) => {
  const language = place % 2 === 0 ? "zh" : "en";
  return { language, type, address: `/${language}${path}` };
});

for (const { language, type, address } of pages) {
  test(`zoom, pointer, motion and contrast: ${language} ${type}`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 568 });
    await page.emulateMedia({ reducedMotion: "reduce" });
    await page.goto(address);
    await page.waitForLoadState("networkidle");

    await test.step("320 px: nothing is cut off", async () => {
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
      expect(await cutOff(page)).toEqual([]);
    });
    await test.step("reduced motion: nothing moves", async () => {
      expect(await moving(page)).toEqual([]);
    });
    await test.step("targets are 24 px or have the room", async () => {
      await page.setViewportSize({ width: 390, height: 844 });
      expect(await smallTargets(page)).toEqual([]);
    });
    await test.step("forced colours: controls have borders, the focus is seen", async () => {
      await page.emulateMedia({ forcedColors: "active" });
      await page.setViewportSize({ width: 1280, height: 720 });
      expect(await bareControls(page)).toEqual([]);
      for (let stop = 0; stop < 6; stop += 1) {
        await page.keyboard.press("Tab");
        const outline = await focusedOutline(page);
        if (outline !== null) expect(outline, `stop ${stop}`).toBe(true);
      }
    });
    await test.step("the focus is never under the header", async () => {
      await page.emulateMedia({ forcedColors: "none" });
      await page.setViewportSize({ width: 1000, height: 500 });
      await page.evaluate(() => scrollTo(0, document.body.scrollHeight));
      await page.locator("footer a").last().focus();
      // Backwards is where a sticky header gets in the way.
      for (let stop = 0; stop < 40; stop += 1) {
        await page.keyboard.press("Shift+Tab");
        expect(await coveredFocus(page)).toBeNull();
      }
    });
  });
}

/** Elements that reach over the window's edge and are in nothing that scrolls. */
function cutOff(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const scrolls = (element: Element | null): boolean =>
      element !== null &&
      element !== document.body &&
      (/auto|scroll|hidden|clip/.test(getComputedStyle(element).overflowX) || scrolls(element.parentElement));
    return [...document.querySelectorAll<HTMLElement>("body *")]
      .filter((element) => {
        const { left, right, width } = element.getBoundingClientRect();
        return width > 1 && (right > innerWidth + 1 || left < -1) && element.checkVisibility() && !scrolls(element);
      })
      .map((element) => element.outerHTML.slice(0, 100))
      .slice(0, 5);
  });
}

function moving(page: Page): Promise<string[]> {
  return page.evaluate(() => [
    ...(getComputedStyle(document.documentElement).scrollBehavior === "smooth" ? ["smooth scrolling"] : []),
    ...document
      .getAnimations()
      .filter(({ effect }) => Number(effect?.getComputedTiming().activeDuration) > 100)
      .map(({ effect }) => (effect as KeyframeEffect).target?.outerHTML.slice(0, 100) ?? ""),
    ...[...document.querySelectorAll("body *")]
      .filter((element) => {
        const { transitionProperty, transitionDuration } = getComputedStyle(element);
        return (
          /all|transform|top|left|width|height/.test(transitionProperty) && Number.parseFloat(transitionDuration) > 0.1
        );
      })
      .map((element) => element.outerHTML.slice(0, 100))
      .slice(0, 5),
  ]);
}

/** Controls that only their background tells apart, which forced colours take away. */
function bareControls(page: Page): Promise<string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>("button, .button, .field, input, select, textarea, summary")]
      .filter(
        (element) =>
          element.checkVisibility({ visibilityProperty: true }) &&
          // The skip link is clipped away until it has the focus.
          !element.matches("[href='#content']") &&
          element.closest(".sr-only, .cm-editor") === null,
      )
      .filter((element) => {
        const { borderTopWidth, appearance, textDecorationLine } = getComputedStyle(element);
        const native = /^(checkbox|radio|range|color|file)$/.test((element as HTMLInputElement).type ?? "");
        const isText =
          (element.textContent ?? "").trim() !== "" && element.matches("summary, .sort-button, [data-action]");
        return borderTopWidth === "0px" && !native && appearance === "none" && textDecorationLine === "none" && !isText;
      })
      .map((element) => element.outerHTML.slice(0, 120))
      .slice(0, 5),
  );
}

/** WCAG 2.4.11: not wholly hidden. A tall region may begin above. */
function coveredFocus(page: Page): Promise<string | null> {
  return page.evaluate(() => {
    const focused = document.activeElement;
    if (!(focused instanceof HTMLElement) || focused === document.body || focused.closest("header.sticky")) return null;
    const { left, top, width, height, bottom } = focused.getBoundingClientRect();
    if (width === 0 || height === 0) return null;
    const header = document.querySelector("header.sticky")?.getBoundingClientRect().bottom ?? 0;
    return bottom <= header + 1 ? `${focused.outerHTML.slice(0, 100)} at ${left},${top}` : null;
  });
}

/** WCAG 2.5.8: 24 by 24, or a circle of 24 around its middle that meets no other target; links in sentences are excepted. */
async function smallTargets(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const targets = [
      ...document.querySelectorAll<HTMLElement>(
        "a[href], button, input, select, textarea, summary, [tabindex='0'][role]",
      ),
    ]
      .filter(
        (element) =>
          element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
          element.closest(".sr-only, .not-focus\\:sr-only, math") === null &&
          !(element instanceof HTMLInputElement && element.closest("label") !== null),
      )
      .map((element) => ({ element, box: element.getBoundingClientRect() }));
    const inSentence = (element: HTMLElement) => {
      if (getComputedStyle(element).display !== "inline") return false;
      const block = element.closest(
        "p, li, td, th, dd, dt, figcaption, summary, h1, h2, h3, caption, label, span.block",
      );
      return block !== null && (block.textContent ?? "").trim() !== (element.textContent ?? "").trim();
    };
    const middle = ({ left, top, width, height }: DOMRect) => ({ x: left + width / 2, y: top + height / 2 });
    // Only neighbours in the document can be near enough, as layout follows the text's order.
    const isCrowded = (index: number) => {
      const own = targets[index];
      if (own === undefined) return false;
      const { x, y } = middle(own.box);
      return targets.slice(Math.max(0, index - 40), index + 41).some(({ element, box }) => {
        if (element === own.element || element.contains(own.element) || own.element.contains(element)) return false;
        const isSmall = box.width < 24 || box.height < 24;
        const other = middle(box);
        const nearestX = Math.max(box.left, Math.min(x, box.right));
        const nearestY = Math.max(box.top, Math.min(y, box.bottom));
        const toBox = Math.hypot(nearestX - x, nearestY - y);
        const toCircle = Math.hypot(other.x - x, other.y - y) - 12;
        return Math.min(toBox, isSmall ? toCircle : toBox) < 11.5;
      });
    };
    return targets
      .map(({ element, box }, index) => ({ element, box, index }))
      .filter(({ box }) => box.width > 0 && (box.width < 23.5 || box.height < 23.5))
      .filter(({ element, index }) => !inSentence(element) && isCrowded(index))
      .map(
        ({ element, box }) => `${Math.round(box.width)}×${Math.round(box.height)} ${element.outerHTML.slice(0, 110)}`,
      )
      .slice(0, 6);
  });
}

async function focusedOutline(page: Page): Promise<boolean | null> {
  return page.evaluate(() => {
    const focused = document.activeElement;
    if (!(focused instanceof HTMLElement) || focused === document.body) return null;
    const { outlineStyle, outlineWidth } = getComputedStyle(focused);
    return outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2;
  });
}

test.describe("keyboard", () => {
  for (const [language, title, off] of [
    ["zh", "键盘快捷键", "单键快捷键"],
    ["en", "Keyboard shortcuts", "Single-key shortcuts"],
  ] as const)
    test(`the sheet lists the keys and turns single keys off: ${language}`, async ({ page }) => {
      await page.goto(`/${language}/parameters`);
      await page.keyboard.press("?");
      const sheet = page.getByRole("dialog", { name: title });
      await expect(sheet).toBeVisible();
      await expect(sheet.locator("kbd", { hasText: "Ctrl K" })).toBeVisible();
      const toggle = sheet.getByRole("switch", { name: off });
      await expect(toggle).toBeChecked();
      await toggle.press("Space");
      await page.keyboard.press("Escape");
      await expect(sheet).toBeHidden();
      await page.keyboard.press("?");
      await page.keyboard.press("f");
      await expect(sheet).toBeHidden();
      await expect(page.locator("[data-table-filter]").first()).not.toBeFocused();

      // The choice stays, and without single keys the sheet is a link away.
      await page.goto(`/${language}/parameters/lora_rank`);
      const opener = page.locator("footer").getByRole("link", { name: title });
      await opener.focus();
      await page.keyboard.press("Enter");
      await expect(sheet).toBeVisible();
      await expect(toggle).not.toBeChecked();
      await toggle.press("Space");
      await page.keyboard.press("Escape");
      await expect(opener).toBeFocused();
      await page.evaluate(() => (document.activeElement as HTMLElement).blur());
      await page.keyboard.press("?");
      await expect(sheet).toBeVisible();
    });

  test("c copies the name and y the link, and both are announced", async ({ page, context }) => {
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    await page.goto("/en/parameters/lora_rank");
    await page.keyboard.press("c");
    await expect(page.locator("[data-announcer]")).toHaveText("Copied");
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe("lora_rank");
    await page.keyboard.press("y");
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toMatch(/\/p\/lora_rank$/);
  });

  test("g p and g c lead on; g alone and a late key do nothing", async ({ page }) => {
    await page.goto("/zh/parameters/lora_rank");
    await page.keyboard.press("g");
    await page.waitForTimeout(1700);
    await page.keyboard.press("p");
    await expect(page).toHaveURL(/lora_rank$/);
    await page.keyboard.press("g");
    await page.keyboard.press("p");
    await expect(page).toHaveURL(/\/zh\/parameters$/);
    await page.waitForLoadState();
    await page.keyboard.press("g");
    await page.keyboard.press("c");
    await expect(page).toHaveURL(/\/zh\/check$/);
  });

  test("single keys are text where one writes", async ({ page }) => {
    await page.goto("/en/parameters");
    await page.locator("[data-table-filter]").first().fill("");
    await page.keyboard.type("g?ct");
    await expect(page.locator("[data-table-filter]").first()).toHaveValue("g?ct");
    await expect(page.getByRole("dialog")).toHaveCount(0);
  });
});

test("counts are announced politely: the table's filter and the search", async ({ page }) => {
  await page.goto("/en/parameters");
  await page.locator("[data-table-filter]").first().fill("lora");
  const count = page.locator("[data-count]").first();
  await expect(count).toHaveText(/^\d+ of \d+$/);
  // `<output>` is a polite live region by its role.
  expect(await count.evaluate((element) => element.tagName)).toBe("OUTPUT");
  await page.keyboard.press("Control+k");
  await page.locator(".search-input").fill("lora_rank");
  await expect(page.getByRole("dialog").getByRole("status")).toHaveText(/\d+ results?/);
});
