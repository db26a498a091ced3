/**
 * Writes what the site needs without a network: per language a list of everything and its pages in packs, and the service worker.
 *
 * Pages of a kind are nearly the same text, so some twenty of them gzipped together take a third of what they take one by one.
 * This step comes last: it reads pages and files as they will be served.
 */

import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { type Language, languages } from "@/lib/i18n/languages";
import type { KeepingList, KeptFile } from "@/lib/offline/protocol";
import { referencesIn } from "@/lib/offline/references";
import { titleOf } from "@/lib/offline/title";
import { bundleServiceWorker } from "@/lib/site-bundle";

const packCharacters = 700_000;

export async function writeOfflineFiles(out: string): Promise<void> {
  mkdirSync(path.join(out, "offline"), { recursive: true });
  const versions: Record<string, string> = {};
  for (const language of languages) {
    const list = writeLanguage(out, language);
    versions[language] = list.version;
    const megabytes = (list.bytes / 1e6).toFixed(2);
    process.stdout.write(`offline: ${list.pages.length} pages in ${language}, ${megabytes} MB to keep all\n`);
  }
  const worker = await bundleServiceWorker(versions);
  writeFileSync(path.join(out, "sw.js"), worker);
  process.stdout.write(`offline: sw.js ${worker.length} bytes, ${gzipSync(worker).length} gzipped\n`);
}

function writeLanguage(out: string, language: Language): KeepingList {
  const all = [`${language}.html`, ...htmlFiles(out, language)];
  const pages: { path: string; title: string; pack: number }[] = [];
  const packs: KeptFile[] = [];
  const assets = new Set<string>();
  let pack: [string, string][] = [];
  let characters = 0;
  const close = () => {
    if (pack.length === 0) return;
    const bytes = gzipSync(JSON.stringify(pack), { level: 9 });
    const file = `offline/${language}-${hashOf(bytes)}.pack`;
    writeFileSync(path.join(out, file), bytes);
    packs.push({ path: file, bytes: bytes.length });
    pack = [];
    characters = 0;
  };
  for (const file of all) {
    const html = readFileSync(path.join(out, file), "utf8");
    const address = file.replace(/\.html$/, "");
    for (const asset of referencesIn(html)) assets.add(asset);
    pages.push({ path: address, title: titleOf(html) ?? address, pack: packs.length });
    pack.push([address, html]);
    characters += html.length;
    if (characters > packCharacters) close();
  }
  close();
  const files = [...withTheirOwn(out, assets), ...dataFiles(out, language)].map((file) => ({
    path: file,
    bytes: gzipSync(readFileSync(path.join(out, file))).length,
  }));
  const contents = files.map((file) => hashOf(readFileSync(path.join(out, file.path))));
  const list: KeepingList = {
    version: hashOf(Buffer.from(JSON.stringify([packs, contents]))),
    bytes: [...packs, ...files].reduce((sum, { bytes }) => sum + bytes, 0),
    pages,
    packs,
    files,
  };
  writeFileSync(path.join(out, "offline", `${language}.json`), JSON.stringify(list));
  return list;
}

/** Scripts load further scripts; what a text only seems to name is no file. */
function withTheirOwn(out: string, assets: Set<string>): string[] {
  const existing: string[] = [];
  for (const asset of assets) {
    const text = readIfThere(path.join(out, asset));
    if (text === null) continue;
    existing.push(asset);
    if (/\.(?:js|css)$/.test(asset)) for (const needed of referencesIn(text)) assets.add(needed);
  }
  return existing;
}

/** What the pages of a language fetch; a file named after a language is that language's. */
function dataFiles(out: string, language: Language): string[] {
  const folders = ["search", "checker", "histories", "convert", "upgrade"];
  const names = folders.flatMap((folder) => readdirSync(path.join(out, folder)).map((name) => `${folder}/${name}`));
  const others = languages.filter((other) => other !== language);
  return [
    ...names.filter((name) => !others.some((other) => new RegExp(`[/-]${other}\\.json$`).test(name))),
    "names.json",
    "favicon.svg",
    `${language}/manifest.webmanifest`,
  ];
}

function htmlFiles(out: string, folder: string): string[] {
  return readdirSync(path.join(out, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".html"))
    .map((name) => `${folder}/${name.split(path.sep).join("/")}`)
    .sort();
}

function readIfThere(file: string): string | null {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return null;
  }
}

function hashOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex").slice(0, 12);
}
