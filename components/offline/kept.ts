/**
 * Copies of a whole language that a reader asked for. A copy is of one version of the site, made beside an older one and put in
 * its place when it is whole, so pages, scripts and data in it belong together. Pages stay in their packs until they are read.
 */

import { isLanguage, type Language, languages } from "@/lib/i18n/languages";
import type { KeepingList, KeepingState } from "@/lib/offline/protocol";
import { urls } from "@/lib/urls";
import { restored, savedAt } from "./visited";
import { addressOf, root } from "./worker-scope";

/** Versions of the lists on the server, filled in when the worker is bundled. */
const versions = JSON.parse(process.env.OFFLINE_VERSIONS ?? "{}") as Partial<Record<Language, string>>;

const prefix = (language: Language) => `kept ${root.href} ${language} `;
/** Stands in a copy's cache once the copy is whole. */
const listAddress = addressOf("offline/list");

async function cacheNames(language: Language): Promise<string[]> {
  return (await caches.keys()).filter((name) => name.startsWith(prefix(language)));
}

interface Copy {
  readonly cache: Cache;
  readonly list: KeepingList;
  readonly savedAt: number;
}

async function findCopy(language: Language): Promise<Copy | null> {
  for (const name of await cacheNames(language)) {
    const cache = await caches.open(name);
    const response = await cache.match(listAddress);
    if (response) return { cache, list: (await response.clone().json()) as KeepingList, savedAt: savedAt(response) };
  }
  return null;
}

export async function keepingState(language: Language): Promise<KeepingState> {
  const copy = await findCopy(language);
  if (copy !== null) return { kind: "complete", savedAt: copy.savedAt };
  return { kind: (await cacheNames(language)).length > 0 ? "partial" : "none" };
}

export async function keepFile(language: Language, version: string, path: string): Promise<void> {
  const cache = await caches.open(prefix(language) + version);
  const address = addressOf(path);
  if (await cache.match(address)) return;
  // Names of packs and assets hold a hash: what an older copy has is not fetched again.
  const isHashed = path.endsWith(".pack") || /^(?:assets|_next)\//.test(path);
  const here = isHashed ? await caches.match(address) : undefined;
  const response = here ?? (await fetch(address, { cache: isHashed ? "default" : "no-cache" }));
  if (!response.ok) throw new TypeError(`${path}: ${response.status}`);
  await cache.put(address, restored(response, await response.arrayBuffer(), {}));
}

export async function finishKeeping(language: Language, list: KeepingList): Promise<void> {
  const name = prefix(language) + list.version;
  await (await caches.open(name)).put(listAddress, restored(new Response(), JSON.stringify(list), {}));
  for (const other of await cacheNames(language)) if (other !== name) await caches.delete(other);
}

export async function forgetCopy(language: Language): Promise<void> {
  for (const name of await cacheNames(language)) await caches.delete(name);
}

/** Brings copies to the server's version. Stopped half-way, it goes on at the next page. */
export async function refreshCopies(): Promise<void> {
  for (const language of languages) {
    const copy = await findCopy(language);
    if (copy === null || versions[language] === undefined || copy.list.version === versions[language]) continue;
    const response = await fetch(urls.offlineList(language), { cache: "no-cache" });
    if (!response.ok) continue;
    const list = (await response.json()) as KeepingList;
    for (const { path } of [...list.packs, ...list.files]) await keepFile(language, list.version, path);
    await finishKeeping(language, list);
  }
}

/** The last unpacked pack: readers go from a page to its neighbours. */
let unpacked: { readonly address: string; readonly pages: ReadonlyMap<string, string> } | undefined;

export async function matchKeptPage(path: string): Promise<Response | undefined> {
  const language = path.split("/")[0] ?? "";
  const copy = isLanguage(language) ? await findCopy(language) : null;
  const pack = copy?.list.packs[copy.list.pages.find((page) => page.path === path)?.pack ?? -1];
  if (!copy || !pack) return undefined;
  const address = addressOf(pack.path);
  if (unpacked?.address !== address) {
    const response = await copy.cache.match(address);
    if (!response) return undefined;
    unpacked = { address, pages: new Map(JSON.parse(await unpack(response)) as [string, string][]) };
  }
  const html = unpacked.pages.get(path);
  const headers = { "content-type": "text/html; charset=utf-8", "x-saved-at": String(copy.savedAt) };
  return html === undefined ? undefined : new Response(html, { headers });
}

export async function matchKeptFile(path: string): Promise<Response | undefined> {
  for (const language of languages) {
    const response = await (await findCopy(language))?.cache.match(addressOf(path));
    if (response) return response;
  }
  return undefined;
}

export async function listKept(language: Language): Promise<readonly { path: string; title: string }[]> {
  return (await findCopy(language))?.list.pages ?? [];
}

async function unpack(response: Response): Promise<string> {
  const bytes = await response.arrayBuffer();
  // Some hosts unpack what they take for a compressed answer: then it is plain text by now.
  const [first, second] = new Uint8Array(bytes);
  if (first !== 0x1f || second !== 0x8b) return new TextDecoder().decode(bytes);
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).text();
}
