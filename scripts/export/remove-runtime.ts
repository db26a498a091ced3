/**
 * Next ships its client runtime (some 139 KB) and each page's React payload with every page. A page that says nothing else is
 * hydrated by nothing: its controls are the site's own script. Only pages that hold a `data-react` element keep the runtime.
 */

import { parse } from "node-html-parser";
import { rewritePages } from "./files";
import { isPayloadScript } from "./inline-scripts";

/** @returns how many pages lost the runtime */
export function removeRuntime(out: string): number {
  return rewritePages(out, (html) => (needsReact(html) ? html : withoutRuntime(html)));
}

export function needsReact(html: string): boolean {
  return html.includes("data-react");
}

export function withoutRuntime(html: string): string {
  const page = parse(html, { comment: true });
  for (const script of page.querySelectorAll("script")) {
    const source = script.getAttribute("src") ?? "";
    const isRuntime = source.includes("/_next/static/") || isPayloadScript(script.text);
    if (isRuntime || script.hasAttribute("nomodule")) script.remove();
  }
  for (const link of page.querySelectorAll('link[rel="preload"][as="script"]')) link.remove();
  return page.toString();
}
