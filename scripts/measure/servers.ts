/** The export as a host would serve it, and beside it the same pages without their scripts: what any script costs is the difference. */

import { spawn } from "node:child_process";
import { createServer } from "node:http";
import { gzipSync } from "node:zlib";
import { parse } from "node-html-parser";

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

/** A twin of every page of `site`: its HTML and CSS, no script. */
export function serveTwins(site: Server, port: number): Promise<Server> {
  const server = createServer(async (request, response) => {
    const answer = await fetch(`${site.origin}${request.url}`);
    const type = answer.headers.get("content-type") ?? "";
    const body = Buffer.from(await answer.arrayBuffer());
    response.writeHead(answer.status, {
      "content-type": type,
      "content-encoding": "gzip",
      "cache-control": "no-cache",
    });
    response.end(gzipSync(type.includes("html") ? withoutScripts(body.toString()) : body));
  });
  return new Promise((resolve) => {
    server.listen(port, "127.0.0.1", () =>
      resolve({ origin: `http://127.0.0.1:${port}`, close: () => server.close() }),
    );
  });
}

function withoutScripts(html: string): string {
  const page = parse(html, { comment: true });
  for (const element of page.querySelectorAll('script, link[rel="preload"][as="script"], link[rel="modulepreload"]'))
    element.remove();
  return page.toString();
}

async function isUp(origin: string): Promise<boolean> {
  try {
    return (await fetch(`${origin}/en`)).ok;
  } catch {
    return false;
  }
}
