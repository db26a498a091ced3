/**
 * Pages that were opened, with what they need.
 *
 * A page is stored after all hashed files that it names, and those that these name in turn, are stored: what is here works. The
 * files stay for as long as a stored page needs them, whatever the server has by now.
 */

import { pathOf } from "@/lib/offline/addresses";
import { referencesIn } from "@/lib/offline/references";
import { titleOf } from "@/lib/offline/title";
import { addressOf, root } from "./worker-scope";

// One origin may serve several sites under different paths; Cache Storage is common to them.
const pagesName = `pages ${root.href}`;
const assetsName = `assets ${root.href}`;
const dataName = `data ${root.href}`;

const maximumPages = 250;
const pagesAfterTidying = 200;
/** A page that is being opened has its files stored some moments before itself. */
const unneededAfterMilliseconds = 24 * 60 * 60 * 1000;

/** Headers of stored responses. */
const savedAtHeader = "x-saved-at";
const titleHeader = "x-title";
const neededHeader = "x-needs";
const versionHeader = "x-site-version";

/** Differs whenever the site does; filled in when the worker is bundled. */
const siteVersion = process.env.OFFLINE_VERSIONS ?? "";

export function savedAt(response: Response): number {
  return Number(response.headers.get(savedAtHeader) ?? 0);
}

export function matchAsset(path: string): Promise<Response | undefined> {
  // Also those of a copy that was made on purpose; hashed names never mean two things.
  return caches.match(addressOf(path));
}

export async function saveAsset(path: string, response: Response): Promise<Response> {
  const isText = /\.(?:js|css)$/.test(path);
  const body = isText ? await response.text() : await response.arrayBuffer();
  const needs = typeof body === "string" ? referencesIn(body).join(" ") : "";
  const stored = restored(response, body, { [neededHeader]: needs });
  const cache = await caches.open(assetsName);
  await cache.put(addressOf(path), stored.clone());
  return stored;
}

/** All hashed files that a text needs, fetched where they are not here yet. @throws without network */
async function saveNeeded(text: string): Promise<readonly string[]> {
  const seen = new Set(referencesIn(text));
  // A set grows while it is walked: what is found is visited too.
  for (const path of seen) {
    const stored = (await matchAsset(path)) ?? (await fetchAsset(path));
    // What is no file of the site only looked like one.
    if (stored === null) seen.delete(path);
    else for (const needed of (stored.headers.get(neededHeader) ?? "").split(" ")) if (needed) seen.add(needed);
  }
  return [...seen];
}

async function fetchAsset(path: string): Promise<Response | null> {
  const response = await fetch(addressOf(path));
  return response.ok ? saveAsset(path, response) : null;
}

/** @returns whether another version of it was there before */
export async function savePage(path: string, response: Response): Promise<boolean> {
  const html = await response.text();
  const needed = await saveNeeded(html);
  const cache = await caches.open(pagesName);
  const before = await cache.match(addressOf(path));
  const isChanged = before !== undefined && (await before.text()) !== html;
  const title = titleOf(html) ?? path;
  await cache.put(
    addressOf(path),
    restored(response, html, { [neededHeader]: needed.join(" "), [titleHeader]: encodeURIComponent(title) }),
  );
  const keys = await cache.keys();
  if (keys.length > maximumPages) await tidy();
  return isChanged;
}

export async function saveData(path: string, response: Response): Promise<void> {
  const cache = await caches.open(dataName);
  const version = { [versionHeader]: siteVersion };
  await cache.put(addressOf(path), restored(response, await response.arrayBuffer(), version));
}

/** Whether stored data is of the version that this worker came with. */
export function isCurrent(response: Response | undefined): boolean {
  return response?.headers.get(versionHeader) === siteVersion;
}

export async function matchPage(path: string): Promise<Response | undefined> {
  return (await caches.open(pagesName)).match(addressOf(path));
}

export async function matchData(path: string): Promise<Response | undefined> {
  return (await caches.open(dataName)).match(addressOf(path));
}

export async function listVisited(): Promise<{ path: string; title: string }[]> {
  const cache = await caches.open(pagesName);
  const list: { path: string; title: string }[] = [];
  for (const request of await cache.keys()) {
    const path = pathOf(request.url, root);
    const response = await cache.match(request);
    if (path !== null && response)
      list.push({ path, title: decodeURIComponent(response.headers.get(titleHeader) ?? path) });
  }
  return list;
}

/** Drops the pages that were opened longest ago, then the files that no stored page needs. */
export async function tidy(): Promise<void> {
  const pages = await caches.open(pagesName);
  const stored = await Promise.all(
    (await pages.keys()).map(async (request) => ({ request, response: await pages.match(request) })),
  );
  stored.sort((a, b) => (b.response ? savedAt(b.response) : 0) - (a.response ? savedAt(a.response) : 0));
  const needed = new Set<string>();
  for (const [index, { request, response }] of stored.entries()) {
    if (index >= pagesAfterTidying) await pages.delete(request);
    else for (const path of (response?.headers.get(neededHeader) ?? "").split(" ")) needed.add(addressOf(path));
  }
  const assets = await caches.open(assetsName);
  for (const request of await assets.keys()) {
    if (needed.has(request.url)) continue;
    const response = await assets.match(request);
    if (response && Date.now() - savedAt(response) > unneededAfterMilliseconds) await assets.delete(request);
  }
}

/** A response that says when it was stored, and no longer that it was compressed or redirected. */
export function restored(
  response: Response,
  body: string | ArrayBuffer,
  more: Readonly<Record<string, string>>,
): Response {
  const headers = new Headers(response.headers);
  for (const name of ["content-encoding", "content-length", "transfer-encoding"]) headers.delete(name);
  headers.set(savedAtHeader, String(Date.now()));
  for (const [name, value] of Object.entries(more)) headers.set(name, value);
  return new Response(body, { headers });
}
