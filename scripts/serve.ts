/** Serves out/ as any static host would: clean URLs, compression, a real 404. Usage: tsx scripts/serve.ts [port] */

import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import path from "node:path";
import compression from "compression";
import sirv from "sirv";

const out = path.join(process.cwd(), "out");
const notFound = readFileSync(path.join(out, "404.html"));
const compress = compression();
const assets = sirv(out, {
  etag: true,
  extensions: ["html"],
  setHeaders(response, file) {
    // Names with a content hash never change; everything else is asked for again, cheaply, by its ETag.
    const isHashed = file.startsWith("/_next/static/") || file.startsWith("/assets/");
    response.setHeader("cache-control", isHashed ? "public, max-age=31536000, immutable" : "no-cache");
  },
  onNoMatch(_request, response) {
    response.writeHead(404, { "content-type": "text/html; charset=utf-8", "cache-control": "no-cache" });
    response.end(notFound);
  },
});

const port = Number(process.argv[2] ?? process.env.PORT ?? 3000);
createServer((request, response) => {
  compress(request as never, response as never, () => assets(request, response));
}).listen(port, "127.0.0.1", () => {
  process.stdout.write(`Param Atlas: http://localhost:${port}\n`);
});
