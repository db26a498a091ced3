import { defineConfig } from "@playwright/test";
import { findChrome } from "./scripts/find-chrome";

/** Another port lets a second checkout run beside. */
const port = Number(process.env.E2E_PORT ?? 3210);
const executablePath = findChrome();

/** The browser tests open the exported site as a host would serve it. Build first: `npm run build`. */
export default defineConfig({
  testDir: "tests/e2e",
  fullyParallel: true,
  workers: 2,
  timeout: 120_000,
  // A busy machine may stall one test; a broken page fails all of its tries.
  retries: 2,
  expect: { timeout: 10_000 },
  reporter: process.env.PLAYWRIGHT_JSON_OUTPUT_NAME ? [["line"], ["json"]] : "line",
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    locale: "en-US",
    // A worker fetches by itself, past `page.route`; the tests of it allow it.
    serviceWorkers: "block",
    launchOptions: {
      ...(executablePath === undefined ? {} : { executablePath }),
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
  webServer: {
    command: `npx tsx scripts/serve.ts ${port}`,
    // A build for a sub-path is served there; see tests/e2e/base-path.spec.ts.
    url: `http://127.0.0.1:${port}${process.env.BASE_PATH ?? ""}/en`,
    reuseExistingServer: !process.env.CI,
  },
});
