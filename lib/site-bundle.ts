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
    define: {
      // A variable that the build does not set reads as undefined, as Next has it; the browser knows no `process`.
      "process.env": "{}",
      ...Object.fromEntries(
        Object.entries(process.env)
          .filter(([name]) => name.startsWith("NEXT_PUBLIC_"))
          .map(([name, value]) => [`process.env.${name}`, JSON.stringify(value)]),
      ),
    },
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
