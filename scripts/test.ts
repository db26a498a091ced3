/** `npm test`: every check of the project in turn; ends with one line, «N passed, N failed», summed over all of them. */

import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { ensureChrome } from "./find-chrome";

interface Tally {
  passed: number;
  failed: number;
}

const results = path.join(process.cwd(), "node_modules/.cache/test-results");
rmSync(results, { recursive: true, force: true });
mkdirSync(results, { recursive: true });

function run(title: string, command: string, environment: Record<string, string> = {}): boolean {
  process.stdout.write(`\n── ${title}\n`);
  const started = Date.now();
  const { status } = spawnSync(command, { shell: true, stdio: "inherit", env: { ...process.env, ...environment } });
  process.stdout.write(
    `── ${title}: ${status === 0 ? "ok" : "FAILED"} in ${Math.round((Date.now() - started) / 1000)} s\n`,
  );
  return status === 0;
}

/** A step without a count of its own is one test. */
function step(title: string, command: string): Tally {
  return run(title, command) ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

function vitest(): Tally {
  const file = path.join(results, "vitest.json");
  const ok = run("unit and content tests", `npx vitest run --reporter=dot --reporter=json --outputFile.json=${file}`);
  if (!existsSync(file)) return { passed: 0, failed: 1 };
  const { numPassedTests: passed, numFailedTests: failed } = JSON.parse(readFileSync(file, "utf8"));
  return { passed, failed: ok ? failed : Math.max(1, failed) };
}

function playwright(): Tally {
  const file = path.join(results, "playwright.json");
  const ok = run("browser tests", "npx playwright test", {
    CHROME_PATH: ensureChrome(),
    PLAYWRIGHT_JSON_OUTPUT_NAME: file,
  });
  if (!existsSync(file)) return { passed: 0, failed: 1 };
  const { stats } = JSON.parse(readFileSync(file, "utf8"));
  const failed = stats.unexpected;
  return { passed: stats.expected + stats.flaky, failed: ok ? failed : Math.max(1, failed) };
}

const tallies: Tally[] = [
  step("types", "npm run -s typecheck"),
  step("lint", "npm run -s lint"),
  step("dead code", "npm run -s lint:deadcode"),
  step("content", "npm run -s lint:content"),
  vitest(),
  step("build", "npm run -s build"),
  step("links", "npm run -s check:links"),
  step("html", "npm run -s check:html"),
];
tallies.push(step("nginx", "npm run -s check:nginx"));
tallies.push(step("other engines", "npm run -s check:engines"));
tallies.push(playwright());

const total = tallies.reduce((sum, { passed, failed }) => ({
  passed: sum.passed + passed,
  failed: sum.failed + failed,
}));
process.stdout.write(`\n${total.passed} passed, ${total.failed} failed\n`);
process.exitCode = total.failed > 0 ? 1 : 0;
