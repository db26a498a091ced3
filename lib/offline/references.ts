/**
 * The hashed files that a text of the export names: a page its scripts and styles, a script the chunks that it loads later.
 *
 * A page is kept with everything it may ask for, so that it works when the server has long moved on to other hashes.
 */

/** What Next writes: `/_next/static/chunks/abc.js` in a page, `static/chunks/abc.js` in a script. */
const ofNext = /static\/((?:chunks|css|media)\/[\w./~-]+?\.(?:js|css|woff2))/g;
/** The site's own bundle: `/assets/site-ABCD2345.js` and `/assets/page-0123456789ab.js` in a page, `"./chunk-ABCD2345.js"` in a script. */
const ofSite = /(?:\/assets\/|["'`]\.\/)([\w.-]+-(?:[A-Z0-9]{8}|[0-9a-f]{12})\.js)/g;
/** In a style sheet, beside the folder of the chunks. */
const inStyles = /url\(["']?\.\.\/(media\/[\w.~-]+)/g;

/** @returns paths from the site's root, each once */
export function referencesIn(text: string): string[] {
  const found = new Set<string>();
  for (const [, file] of text.matchAll(ofNext)) found.add(`_next/static/${file}`);
  for (const [, file] of text.matchAll(inStyles)) found.add(`_next/static/${file}`);
  for (const [, file] of text.matchAll(ofSite)) found.add(`assets/${file}`);
  return [...found];
}
