/** Where an address of this site leads among the exported files. */

export interface Site {
  readonly origin: string;
  /** Empty at a domain's root, else `/atlas`. */
  readonly basePath: string;
  /** Paths of the exported files, `zh/parameters.html`. */
  readonly files: ReadonlySet<string>;
}

export type Target =
  /** Another site, mail, data: not ours to check. */
  { kind: "elsewhere" } | { kind: "file"; file: string; fragment: string } | { kind: "missing"; why: string };

/** @param from the exported file that names the address, which a relative one counts from */
export function resolveAddress(address: string, from: string, site: Site): Target {
  let url: URL;
  try {
    url = new URL(address, `${site.origin}${site.basePath}/${from.replace(/\.html$/, "")}`);
  } catch {
    return { kind: "missing", why: "no address" };
  }
  if (url.origin !== site.origin) return { kind: "elsewhere" };
  if (address.startsWith("#")) return { kind: "file", file: from, fragment: decodeURIComponent(address.slice(1)) };
  const path = decodeURIComponent(url.pathname);
  if (path !== site.basePath && !path.startsWith(`${site.basePath}/`))
    return { kind: "missing", why: `outside ${site.basePath}/` };
  const inSite = path.slice(site.basePath.length + 1);
  const file = (inSite === "" ? ["index.html"] : [inSite, `${inSite}.html`]).find((name) => site.files.has(name));
  if (file === undefined) return { kind: "missing", why: "no such file" };
  return { kind: "file", file, fragment: decodeURIComponent(url.hash.slice(1)) };
}

/** Fragments that a script or the browser reads and no element carries: `#c=…` is a shared config, `#:~:text=` a quotation. */
export function isAnchor(fragment: string): boolean {
  return fragment !== "" && fragment !== "top" && !/^(c=|:~:)/.test(fragment);
}
