import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { headerRules, headersFile, nginxHeaders, nginxMaps } from "./headers";
import { type KnownNames, nginxNames, redirectsFile } from "./redirects";

/** Writes what hosts read: `_headers` and `_redirects` among the pages, and the parts that deploy/nginx.conf includes. */
export function writeHostFiles(out: string, basePath: string, scriptHashes: readonly string[]): void {
  const rules = headerRules(scriptHashes);
  const names = JSON.parse(readFileSync(path.join(out, "names.json"), "utf8")) as KnownNames;
  writeFileSync(path.join(out, "_headers"), headersFile(rules, basePath));
  writeFileSync(path.join(out, "_redirects"), redirectsFile(names, basePath));

  const generated = path.join(path.dirname(out), "deploy/generated");
  mkdirSync(generated, { recursive: true });
  writeFileSync(path.join(generated, "maps.conf"), nginxMaps(rules, basePath));
  writeFileSync(path.join(generated, "headers.conf"), nginxHeaders(rules));
  writeFileSync(path.join(generated, "names.conf"), nginxNames(names));
}
