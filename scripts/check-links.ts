/**
 * `npm run -s check:links`: every address of this site in out/ leads to a file, every `#fragment` to an element of that page,
 * and no page uses an id twice. Reads pages, Markdown twins, llms.txt, feeds, the site map, JSON and data blocks.
 */

import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { siteOrigin } from "@/lib/urls";
import { type PageAnchors, readHtml } from "./links/read-html";
import { absoluteAddresses, markdownAddresses } from "./links/read-text";
import { isAnchor, resolveAddress, type Site } from "./links/resolve";

const out = path.join(process.cwd(), "out");

function main(): number {
  const started = Date.now();
  const files = readdirSync(out, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(out, path.join(entry.parentPath, entry.name)).split(path.sep).join("/"));
  // `next build` reads the same two variables; see next.config.mjs.
  const site: Site = {
    origin: process.env.SITE_ORIGIN || siteOrigin,
    basePath: process.env.BASE_PATH ?? "",
    files: new Set(files),
  };
  const pages = new Map<string, PageAnchors>();
  const named = new Map<string, readonly string[]>();
  for (const file of files) {
    if (!/\.(html|md|txt|xml|json)$/.test(file)) continue;
    const text = readFileSync(path.join(out, file), "utf8");
    if (file.endsWith(".html")) {
      const page = readHtml(text);
      pages.set(file, page);
      named.set(file, page.addresses);
    } else {
      const markdown = /(\.md|llms(-full)?\.txt)$/.test(file) ? markdownAddresses(text) : [];
      named.set(file, [...markdown, ...absoluteAddresses(text, `${site.origin}${site.basePath}`)]);
    }
  }

  const faults: string[] = [];
  let count = 0;
  for (const [file, page] of pages)
    for (const id of page.repeatedIds) faults.push(`${file}  error  repeated-id  two elements are called «${id}»`);
  for (const [file, addresses] of named) {
    for (const address of new Set(addresses)) {
      const target = resolveAddress(address, file, site);
      if (target.kind === "elsewhere") continue;
      count += 1;
      if (target.kind === "missing") {
        faults.push(`${file}  error  broken-link  ${address}: ${target.why}`);
      } else if (isAnchor(target.fragment)) {
        // A Markdown twin has the sections of its page.
        const page = pages.get(target.file.replace(/\.md$/, ".html"));
        if (page && !page.ids.has(target.fragment))
          faults.push(`${file}  error  broken-anchor  ${address}: ${target.file} has no element with that id`);
      }
    }
  }
  for (const fault of faults) process.stdout.write(`out/${fault}\n`);
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  process.stdout.write(
    `links: ${count} in ${named.size} files, ${pages.size} pages, ${faults.length} faults, ${seconds} s\n`,
  );
  return faults.length > 0 ? 1 : 0;
}

process.exitCode = main();
