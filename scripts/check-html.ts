/**
 * `npm run -s check:html [-- PATH…]`: the exported pages keep to the HTML standard: nesting, attributes, ids, required parts.
 * All pages of both languages are read; of the short links, which are one template, three.
 */

import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { HtmlValidate } from "html-validate";

const out = path.join(process.cwd(), "out");
/** The standard's own demands; how a tag is spelled (`charSet`, `<br/>`) is the renderer's matter. */
const validator = new HtmlValidate({ root: true, extends: ["html-validate:standard"], elements: ["html5"] });

function main(wanted: readonly string[]): number {
  const started = Date.now();
  const all = readdirSync(out, { recursive: true, encoding: "utf8" }).map((file) => file.split(path.sep).join("/"));
  const shortLinks = all.filter((file) => file.startsWith("p/")).slice(3);
  const pages = all
    .filter((file) => file.endsWith(".html") && !shortLinks.includes(file))
    .filter((file) => wanted.length === 0 || wanted.some((word) => file.includes(word)));
  let faults = 0;
  for (const page of pages) {
    const html = readFileSync(path.join(out, page), "utf8");
    for (const { messages } of validator.validateStringSync(html, page).results) {
      for (const { line, column, ruleId, message, offset } of messages) {
        faults += 1;
        process.stdout.write(`out/${page}:${line}:${column}  error  ${ruleId}  ${message}\n`);
        process.stdout.write(`    at: ${html.slice(Math.max(0, offset - 60), offset + 60).replace(/\s+/g, " ")}\n`);
      }
    }
  }
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  process.stdout.write(`html: ${pages.length} pages, ${faults} faults, ${seconds} s\n`);
  return faults > 0 ? 1 : 0;
}

process.exitCode = main(process.argv.slice(2));
