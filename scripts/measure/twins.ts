/** Beside the export the same pages without their scripts: what any script costs is the difference. */

import { createServer } from "node:http";
import { gzipSync } from "node:zlib";
import { parse } from "node-html-parser";
import type { Server } from "../serve-export";

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
