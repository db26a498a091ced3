import { existsSync } from "node:fs";
import { launch } from "puppeteer-core";
import type { Reader } from "./reader";

const places = ["/usr/bin/firefox-esr", "/usr/bin/firefox", "/Applications/Firefox.app/Contents/MacOS/firefox"];

/** Firefox speaks WebDriver BiDi by itself; null where there is none. */
export async function startFirefox(): Promise<Reader | null> {
  const executablePath = [process.env.FIREFOX_PATH, ...places].find((file) => file && existsSync(file));
  if (!executablePath) return null;
  const browser = await launch({ browser: "firefox", executablePath, headless: true });
  const page = await browser.newPage();
  await page.setViewport({ width: 1280, height: 900 });
  return {
    name: await browser.version(),
    open: async (url) => {
      await page.goto(url);
    },
    click: (selector) => page.click(selector),
    press: (key) => page.keyboard.press(key),
    type: (text) => page.keyboard.type(text),
    read: (expression) => page.evaluate(expression),
    narrow: () => page.setViewport({ width: 390, height: 844 }),
    close: () => browser.close(),
  };
}
