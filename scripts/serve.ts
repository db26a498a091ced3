/**
 * Serves out/ as a static host would: clean URLs, compression, a real 404, and the headers of out/_headers.
 *
 * With BASE_PATH the site is mounted there, as it was built. Usage: tsx scripts/serve.ts [port]
 */

import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import path from "node:path";
import compression from "compression";
import sirv from "sirv";
import { headersFor, parseHeadersFile } from "./export/headers";

const out = path.join(process.cwd(), "out");
const basePath = process.env.BASE_PATH ?? "";
const notFound = readFileSync(path.join(out, "404.html"));
const rules = parseHeadersFile(readFileSync(path.join(out, "_headers"), "utf8"));
const compress = compression();
const assets = sirv(out, {
  etag: true,
  extensions: ["html"],
  onNoMatch(_request, response) {
    response.writeHead(404, { "content-type": "text/html; charset=utf-8", "cache-control": "no-cache" });
    response.end(notFound);
  },
});

const port = Number(process.argv[2] ?? process.env.PORT ?? 3000);
createServer((request, response) => {
  const [pathname = "/"] = (request.url ?? "/").split("?");
  // Asked for again, cheaply, by its ETag, where no rule says that it never changes.
  response.setHeader("cache-control", "no-cache");
  for (const [name, value] of Object.entries(headersFor(rules, pathname))) response.setHeader(name, value);
  if (pathname !== basePath && !pathname.startsWith(`${basePath}/`)) {
    response.writeHead(404, { "content-type": "text/plain; charset=utf-8" });
    response.end(`The site is at ${basePath}/\n`);
    return;
  }
  request.url = request.url?.slice(basePath.length) || "/";
  compress(request as never, response as never, () => assets(request, response));
}).listen(port, "127.0.0.1", () => {
  process.stdout.write(`Param Atlas: http://localhost:${port}${basePath}\n`);
});
