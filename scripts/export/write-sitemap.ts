import { writeFileSync } from "node:fs";
import path from "node:path";
import { sitemapXml } from "@/lib/sitemap";
import { siteOrigin } from "@/lib/urls";
import { listPages, pagePath } from "./files";

/** Writes sitemap.xml. `next build` reads the same two variables; see next.config.mjs. */
export function writeSitemap(out: string): void {
  const origin = `${process.env.SITE_ORIGIN || siteOrigin}${process.env.BASE_PATH ?? ""}`;
  const pages = listPages(out).map((file) => pagePath(out, file));
  writeFileSync(
    path.join(out, "sitemap.xml"),
    sitemapXml(pages, (page) => `${origin}/${page}`),
  );
}
