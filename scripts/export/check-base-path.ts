import { readFileSync } from "node:fs";
import { listPages, pagePath } from "./files";

// Attributes that hold an address; scripts take theirs from `data-` attributes too.
const addresses = /\s(?:href|src|action|poster|data-[\w-]+)="(\/(?!\/)[^"]*)"/g;

/** Addresses of a page that lead out of the sub-path on which the site is served. */
export function addressesOutside(html: string, basePath: string): string[] {
  return [...html.matchAll(addresses)]
    .map(([, address = ""]) => address)
    .filter(
      (address) =>
        !(
          `${address}/`.startsWith(`${basePath}/`) ||
          address.startsWith(`${basePath}?`) ||
          address.startsWith(`${basePath}#`)
        ),
    );
}

/** A site below a sub-path links to nothing above it. @throws with all that do */
export function checkBasePath(out: string, basePath: string): void {
  if (basePath === "") return;
  const problems = listPages(out).flatMap((file) => {
    const outside = new Set(addressesOutside(readFileSync(file, "utf8"), basePath));
    return [...outside].map((address) => `${pagePath(out, file)}: ${address}`);
  });
  if (problems.length > 0)
    throw new Error(`${problems.length} addresses without ${basePath}:\n  ${problems.slice(0, 20).join("\n  ")}`);
}
