import { spawn } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import path from "node:path";
import { Builder, By, Key as Keys } from "selenium-webdriver";
import type { Reader } from "./reader";

const driver = "/usr/bin/WebKitWebDriver";
const server = "/usr/bin/Xvfb";
const port = 4460;
const display = ":99";

/** WebKitGTK by its own driver. Debian has it as webkit2gtk-driver, and xvfb for the screen that it draws on; null without them. */
export async function startWebKit(): Promise<Reader | null> {
  const binary = findMiniBrowser();
  if (!existsSync(driver) || !existsSync(server) || binary === undefined) return null;
  const children = [
    spawn(server, [display, "-screen", "0", "1400x1000x24", "-nolisten", "tcp"], { stdio: "ignore" }),
    spawn(driver, [`--port=${port}`], { stdio: "ignore", env: { ...process.env, DISPLAY: display } }),
  ];
  const stop = () => {
    for (const child of children) child.kill();
  };
  try {
    return await connect(binary, stop);
  } catch (error) {
    stop();
    throw error;
  }
}

/** The small browser that comes with the engine, in a folder named after its version. */
function findMiniBrowser(): string | undefined {
  const libraries = ["x86_64", "aarch64"].map((machine) => `/usr/lib/${machine}-linux-gnu`).filter(existsSync);
  return libraries
    .flatMap((folder) => readdirSync(folder).map((name) => path.join(folder, name, "MiniBrowser")))
    .find((file) => existsSync(file));
}

async function connect(binary: string, stop: () => void): Promise<Reader> {
  // Screen and driver need a moment before they answer.
  await new Promise((resolve) => setTimeout(resolve, 1500));
  const browser = await new Builder()
    .usingServer(`http://127.0.0.1:${port}`)
    .withCapabilities({ browserName: "MiniBrowser", "webkitgtk:browserOptions": { binary, args: ["--automation"] } })
    .build();
  const capabilities = await browser.getCapabilities();
  const send = (text: string) => browser.switchTo().activeElement().sendKeys(text);
  return {
    name: `WebKitGTK ${capabilities.getBrowserVersion()}`,
    open: (url) => browser.get(url),
    click: (selector) => browser.findElement(By.css(selector)).click(),
    press: (key) => send({ Enter: Keys.ENTER, ArrowRight: Keys.ARROW_RIGHT }[key]),
    type: send,
    read: (expression) => browser.executeScript(`return ${expression}`),
    narrow: async () => {
      await browser.manage().window().setRect({ width: 390, height: 844 });
    },
    close: async () => {
      await browser.quit();
      stop();
    },
  };
}
