/**
 * After `next build`: takes from the exported pages what their readers do not need, and writes what hosts need.
 *
 * Each step is one file in export/ and one line here; the order matters where a comment says so.
 */

import path from "node:path";
import { checkBasePath } from "./export/check-base-path";
import { listPages, removeEmptyFolders } from "./export/files";
import { moveMarkdown } from "./export/move-markdown";
import { writeOfflineFiles } from "./export/offline";
import { removePayloads } from "./export/remove-payloads";
import { removeRuntime } from "./export/remove-runtime";
import { securePages } from "./export/secure-pages";
import { writeSocialImages } from "./export/social-images";
import { writeHostFiles } from "./export/write-host-files";
import { writeLicences } from "./export/write-licences";
import { writeSitemap } from "./export/write-sitemap";

const out = path.join(process.cwd(), "out");
const basePath = process.env.BASE_PATH ?? "";
moveMarkdown(out);
removePayloads(out);
const slimmed = removeRuntime(out);
writeSitemap(out);
await writeSocialImages(out);
writeLicences(out);
removeEmptyFolders(out);
checkBasePath(out, basePath);
// Last of those that change pages: the policy names the scripts that it finds in them.
writeHostFiles(out, basePath, securePages(out, basePath));
// After all that change a file: the lists for offline use name each by what it holds.
await writeOfflineFiles(out);

const pages = listPages(out).length;
process.stdout.write(`export: ${slimmed} pages without a framework, ${pages - slimmed} with React\n`);
