import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { metaPolicy } from "./content-policy";
import { listPages, rewritePages } from "./files";
import { inlineScripts, movePayload, scriptHash } from "./inline-scripts";
import { trustedTypesScript } from "./trusted-types";

// More would mean that some script differs from page to page, and the policy would grow with the site.
const MOST_INLINE_SCRIPTS = 8;

/**
 * Gives every page the same strict content policy: no inline script but the few constant ones, which it names by their hashes.
 *
 * It reads the finished pages, so it must be the last step that touches them.
 *
 * @returns the hashes of the inline scripts, for the headers
 */
export function securePages(out: string, basePath: string): string[] {
  rewritePages(out, (html) => movePayload(html, (script) => `${basePath}/assets/${saveScript(out, script)}`));
  const first = trustedTypesScript(basePath);
  const hashes = new Map<string, string>([[first, scriptHash(first)]]);
  for (const page of listPages(out))
    for (const text of inlineScripts(readFileSync(page, "utf8")))
      if (!hashes.has(text)) hashes.set(text, scriptHash(text));
  if (hashes.size > MOST_INLINE_SCRIPTS)
    throw new Error(
      `${hashes.size} different inline scripts; a script that depends on its page must be a file. ${[...hashes.keys()]
        .slice(0, 10)
        .map((text) => `\n  ${text.slice(0, 100)}`)
        .join("")}`,
    );
  const sorted = [...hashes.values()].sort();
  rewritePages(out, (html) => withPolicy(html, metaPolicy(sorted), first));
  return sorted;
}

/** A policy holds for what stands below it, so both go to the top; only the encoding must be known before. */
export function withPolicy(html: string, policy: string, script: string): string {
  const charset = /<meta charset="utf-8"\s*\/?>/i;
  const rest = html.replace(charset, "");
  if (rest === html) throw new Error("a page without its encoding");
  return rest.replace(
    "<head>",
    () =>
      `<head><meta charset="utf-8"/><meta http-equiv="Content-Security-Policy" content="${policy}"/><script>${script}</script>`,
  );
}

function saveScript(out: string, script: string): string {
  const name = `page-${createHash("sha256").update(script).digest("hex").slice(0, 12)}.js`;
  const file = path.join(out, "assets", name);
  mkdirSync(path.dirname(file), { recursive: true });
  if (!existsSync(file)) writeFileSync(file, script);
  return name;
}
