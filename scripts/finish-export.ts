/**
 * After `next build`: takes from the exported pages what their readers do not need.
 *
 * Next ships its client runtime (some 139 KB) and each page's React payload with every page. A page that says nothing else is
 * hydrated by nothing: its controls are the site's own script. Only pages that hold a `data-react` element keep the runtime.
 * Nothing navigates by React payload, so the `.txt` copies of the pages go too.
 */

import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parse } from "node-html-parser";

const out = path.join(process.cwd(), "out");
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
process.stdout.write(`export: ${slimmed} pages without a framework, ${kept} with React\n`);

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
