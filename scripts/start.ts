/** `npm start`: builds when something changed since the last build, then serves. */

import { spawnSync } from "node:child_process";
import { readdirSync, statSync } from "node:fs";
import path from "node:path";

const sources = ["app", "components", "content", "lib", "public", "package.json", "next.config.mjs"];

function newestChange(entry: string): number {
  const status = statSync(entry);
  if (!status.isDirectory()) return status.mtimeMs;
  return Math.max(0, ...readdirSync(entry).map((name) => newestChange(path.join(entry, name))));
}

const built = statSync("out/404.html", { throwIfNoEntry: false })?.mtimeMs ?? 0;
if (sources.some((source) => newestChange(source) > built)) {
  const { status } = spawnSync("npm", ["run", "build"], { stdio: "inherit", shell: process.platform === "win32" });
  if (status !== 0) process.exit(status ?? 1);
}
await import("./serve.ts");
