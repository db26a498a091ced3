/**
 * After `next build`: takes from the exported pages what their readers do not need.
 *
 * Next ships its client runtime (some 139 KB) and each page's React payload with every page. A page that says nothing else is
 * hydrated by nothing: its controls are the site's own script. Only pages that hold a `data-react` element keep the runtime.
 * Nothing navigates by React payload, so the `.txt` copies of the pages go too.
 */

import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parse } from "node-html-parser";
import { sitemapXml } from "@/lib/sitemap";
import { siteOrigin } from "@/lib/urls";
import { writeOfflineFiles } from "@/scripts/export/offline";

const out = path.join(process.cwd(), "out");
moveMarkdown();
let slimmed = 0;
let kept = 0;

for (const file of listFiles(out)) {
  const name = path.basename(file);
  if (name.startsWith("__next.") || (name.endsWith(".txt") && isPayload(file))) {
    rmSync(file);
  } else if (name.endsWith(".html")) {
    const html = readFileSync(file, "utf8");
    if (html.includes("data-react")) {
      kept += 1;
    } else {
      writeFileSync(file, withoutRuntime(html));
      slimmed += 1;
    }
  }
}
removeEmptyFolders(out);
writeSitemap();
await writeOfflineFiles(out);
process.stdout.write(`export: ${slimmed} pages without a framework, ${kept} with React\n`);

/** `md/zh/parameters/lora_rank.md` → `zh/parameters/lora_rank.md`, beside its page. */
function moveMarkdown(): void {
  const from = path.join(out, "md");
  if (!exists(from)) return;
  for (const file of [...listFiles(from)].filter((name) => name.endsWith(".md"))) {
    const to = path.join(out, path.relative(from, file));
    mkdirSync(path.dirname(to), { recursive: true });
    renameSync(file, to);
  }
  rmSync(from, { recursive: true });
}

function writeSitemap(): void {
  // `next build` reads the same two variables; see next.config.mjs.
  const origin = `${process.env.SITE_ORIGIN || siteOrigin}${process.env.BASE_PATH ?? ""}`;
  const pages = [...listFiles(out)]
    .filter((file) => file.endsWith(".html"))
    .map((file) =>
      path
        .relative(out, file)
        .split(path.sep)
        .join("/")
        .replace(/\.html$/, ""),
    );
  writeFileSync(
    path.join(out, "sitemap.xml"),
    sitemapXml(pages, (page) => `${origin}/${page}`),
  );
}

function withoutRuntime(html: string): string {
  const page = parse(html, { comment: true });
  for (const script of page.querySelectorAll("script")) {
    const source = script.getAttribute("src") ?? "";
    const isRuntime = source.includes("/_next/static/") || /self\.__next_|\$RC|\$RT/.test(script.text);
    if (isRuntime || script.hasAttribute("nomodule")) script.remove();
  }
  for (const link of page.querySelectorAll('link[rel="preload"][as="script"]')) link.remove();
  return page.toString();
}

/** `zh/parameters.txt` belongs to `zh/parameters.html`; `robots.txt` and `llms.txt` belong to nothing. */
function isPayload(file: string): boolean {
  const page = file.replace(/\.txt$/, ".html");
  return readFileSync(file, "utf8").slice(0, 200).includes(':"$Sreact') || exists(page);
}

function exists(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false }) !== undefined;
}

function* listFiles(folder: string): Generator<string> {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const full = path.join(folder, entry.name);
    if (entry.isDirectory()) yield* listFiles(full);
    else yield full;
  }
}

function removeEmptyFolders(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true }))
    if (entry.isDirectory()) removeEmptyFolders(path.join(folder, entry.name));
  if (folder !== out && readdirSync(folder).length === 0) rmSync(folder, { recursive: true });
}
