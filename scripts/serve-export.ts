/** The export as a host would serve it, for what looks at it from outside. */

import { spawn } from "node:child_process";

export interface Server {
  readonly origin: string;
  close(): void;
}

/** `folder` is the project whose export is served. */
export async function serveExport(port: number, folder = process.cwd()): Promise<Server> {
  const child = spawn("npx", ["tsx", "scripts/serve.ts", String(port)], {
    cwd: folder,
    stdio: "ignore",
    detached: true,
  });
  const origin = `http://127.0.0.1:${port}`;
  for (let attempt = 0; attempt < 100; attempt += 1) {
    if (await isUp(origin)) return { origin, close: () => process.kill(-(child.pid as number)) };
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`nothing answers at ${origin}`);
}

async function isUp(origin: string): Promise<boolean> {
  try {
    return (await fetch(`${origin}/en`)).ok;
  } catch {
    return false;
  }
}
