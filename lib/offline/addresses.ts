/** Which addresses of the site are kept for offline use, and how each kind of them is answered. */

/** `page`: newest first, kept copy when there is no network; `asset`: never changes; `data`: as a page; `other`: not ours. */
export type AddressKind = "page" | "asset" | "data" | "other";

const assetPath = /^(?:_next\/static|assets)\//;
const dataPath =
  /^(?:(?:search|checker|histories|convert|upgrade|offline)\/[\w-]+\.json|names\.json|favicon\.svg|icons\/[\w-]+\.png|(?:zh|en)\/manifest\.webmanifest)$/;

/** @param path from the site's root, as `pathOf` gives it */
export function kindOf(path: string, isNavigation: boolean): AddressKind {
  if (assetPath.test(path)) return "asset";
  if (dataPath.test(path)) return "data";
  return isNavigation ? "page" : "other";
}

/**
 * The one form of an address: from the site's root, without query, anchor, `.html` and the slash that some hosts add.
 *
 * @returns null outside the site
 */
export function pathOf(address: string, root: URL): string | null {
  const url = new URL(address, root);
  if (url.origin !== root.origin || !`${url.pathname}/`.startsWith(root.pathname)) return null;
  return url.pathname
    .slice(root.pathname.length)
    .replace(/\/$/, "")
    .replace(/(?:(?:^|\/)index)?\.html$/, "");
}
