/** Inline scripts of an exported page, found in its text: a strict content policy has to name each of them. */

import { createHash } from "node:crypto";

const scripts = /<script([^>]*)>([\s\S]*?)<\/script>/g;

/** Whether the text of an inline script is Next's, Turbopack's or React's: payload, or the moving of streamed parts. */
export function isPayloadScript(text: string): boolean {
  return /self\.__next_|globalThis\["TURBOPACK"\]|\$R[CTXS]\b/.test(text);
}

/**
 * Takes the payload scripts out of a page, which differ from page to page, and leaves one script element where the last stood.
 *
 * They stay in their order, and the element is a classic blocking one: Next closes its stream at `DOMContentLoaded`, and a
 * blocking script runs before that. React's own move parts of the page above them, so the place of the last is right for all.
 *
 * @param save keeps the script and says the address under which the page finds it
 */
export function movePayload(html: string, save: (script: string) => string): string {
  const payload = [...html.matchAll(scripts)].filter(
    ([, attributes = "", text = ""]) => !/\ssrc=/.test(attributes) && isPayloadScript(text),
  );
  const last = payload.at(-1);
  if (last === undefined) return html;
  const address = save(payload.map(([, , text = ""]) => `${text.replace(/;?\s*$/, ";")}\n`).join(""));
  let moved = "";
  let from = 0;
  for (const match of payload) {
    moved += html.slice(from, match.index);
    if (match === last) moved += `<script src="${address}"></script>`;
    from = match.index + match[0].length;
  }
  return moved + html.slice(from);
}

/** The texts of inline scripts that a browser runs or obeys; blocks of data, such as JSON, are not among them. */
export function inlineScripts(html: string): string[] {
  return [...html.matchAll(scripts)]
    .filter(([, attributes = ""]) => !/\ssrc=/.test(attributes))
    .filter(([, attributes = ""]) => {
      const type = /\stype="([^"]*)"/.exec(attributes)?.[1] ?? "";
      return ["", "text/javascript", "module", "importmap", "speculationrules"].includes(type);
    })
    .map(([, , text = ""]) => text);
}

/** How a content policy names an inline script. */
export function scriptHash(text: string): string {
  return `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
}
