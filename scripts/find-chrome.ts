/** A Chrome or Chromium for the browser tests: named by CHROME_PATH, installed, from Playwright's installer, or from Debian. */

import { spawnSync } from "node:child_process";
import { accessSync, constants } from "node:fs";
import { chromium } from "@playwright/test";

const usualPlaces = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
  "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
];

function isExecutable(file: string | undefined): file is string {
  if (!file) return false;
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

export function findChrome(): string | undefined {
  return [process.env.CHROME_PATH, ...usualPlaces, chromium.executablePath()].find(isExecutable);
}

/** Finds one or gets one. @throws with what was tried, when none can be had */
export function ensureChrome(): string {
  const found = findChrome();
  if (found) return found;
  const attempts = [
    ["npx", ["playwright", "install", "chromium"]],
    ["sh", ["-c", "apt-get update && apt-get install -y chromium"]],
  ] as const;
  for (const [command, words] of attempts) {
    process.stdout.write(`no browser yet: ${command} ${words.join(" ")}\n`);
    spawnSync(command, words, { stdio: "inherit", timeout: 600_000 });
    const installed = findChrome();
    if (installed) return installed;
  }
  throw new Error("No Chrome or Chromium was found or could be installed; set CHROME_PATH to one.");
}
