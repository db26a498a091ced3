/**
 * The script of every page: copying, the language link, the theme, the door to the search.
 *
 * It is bundled apart from React, since most pages are read and not operated: they ship these few kilobytes and no framework.
 */

import path from "node:path";
import { build } from "esbuild";
import { once } from "@/lib/once";

export interface SiteBundle {
  /** File name of the entry, with its content hash. */
  readonly entry: string;
  readonly files: ReadonlyMap<string, string>;
}

/** What the scripts know of the build. Next sets the public names; after the build only the variables that it read are there. */
function buildConstants(): Record<string, string> {
  const { NODE_ENV = "production", ...own } = process.env;
  const names = ["BASE_PATH", "SITE_ORIGIN", "SITE_REPOSITORY"];
  return {
    // The browser knows no `process`: any other variable reads as undefined.
    "process.env": "{}",
    "process.env.NODE_ENV": JSON.stringify(NODE_ENV),
    ...Object.fromEntries(
      names.map((name) => [
        `process.env.NEXT_PUBLIC_${name}`,
        JSON.stringify(own[`NEXT_PUBLIC_${name}`] ?? own[name] ?? ""),
      ]),
    ),
  };
}

async function bundle(entryPoint: string): Promise<SiteBundle> {
  const result = await build({
    absWorkingDir: process.cwd(),
    entryPoints: [entryPoint],
    bundle: true,
    splitting: true,
    format: "esm",
    target: "es2022",
    minify: true,
    write: false,
    metafile: true,
    outdir: "out/assets",
    entryNames: "[name]-[hash]",
    chunkNames: "[name]-[hash]",
    define: buildConstants(),
  });
  const entry = Object.entries(result.metafile.outputs).find(([, output]) => output.entryPoint === entryPoint)?.[0];
  if (!entry) throw new Error(`${entryPoint} produced no bundle`);
  return {
    entry: path.basename(entry),
    files: new Map(result.outputFiles.map((file) => [path.basename(file.path), file.text])),
  };
}

export const loadSiteBundle = once(() => bundle("components/site/site.ts"));

/** The config checker runs in a worker: one file at a known address, which a strict policy can name. */
export const loadCheckerWorker = once(() => bundle("components/checker/checker.worker.ts"));

/**
 * The service worker: one classic script, which every browser that has service workers can start.
 *
 * @param versions what each language's list on the server is called, so that the worker changes when the site does
 */
export async function bundleServiceWorker(versions: Readonly<Record<string, string>>): Promise<string> {
  const result = await build({
    absWorkingDir: process.cwd(),
    entryPoints: ["components/offline/service.worker.ts"],
    bundle: true,
    format: "iife",
    target: "es2022",
    minify: true,
    write: false,
    define: { ...buildConstants(), "process.env.OFFLINE_VERSIONS": JSON.stringify(JSON.stringify(versions)) },
  });
  return result.outputFiles[0]?.text ?? "";
}
