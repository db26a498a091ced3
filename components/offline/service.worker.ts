/**
 * The service worker: the site without a network.
 *
 * Readers with a network get what the server has: pages and data are asked for each time, and a kept copy is only shown when no
 * answer comes. Hashed files never change and come from the cache. A new worker takes over at once, which is safe because pages
 * and their files are stored together; open pages are not reloaded (components/offline/companion.ts tells their readers).
 */

import { isLanguage, type Language, languages } from "@/lib/i18n/languages";
import { kindOf, pathOf } from "@/lib/offline/addresses";
import { neededData } from "@/lib/offline/needed-data";
import type { OfflineAnswer, OfflineQuestions } from "@/lib/offline/protocol";
import { urls } from "@/lib/urls";
import {
  finishKeeping,
  forgetCopy,
  keepFile,
  keepingState,
  listKept,
  matchKeptFile,
  matchKeptPage,
  refreshCopies,
} from "./kept";
import {
  isCurrent,
  listVisited,
  matchAsset,
  matchData,
  matchPage,
  saveAsset,
  saveData,
  savedAt,
  savePage,
  tidy,
} from "./visited";
import { type FetchEvent, root, worker } from "./worker-scope";

/** A network that takes longer is treated as none, where there is a copy to show. */
const patienceMilliseconds = 3000;

worker.addEventListener("install", (event) => event.waitUntil(install()));
worker.addEventListener("activate", (event) => event.waitUntil(activate()));

worker.addEventListener("fetch", (event) => {
  const { request } = event;
  const path = request.method === "GET" ? pathOf(request.url, root) : null;
  if (path === null) return;
  const kind = kindOf(path, request.mode === "navigate");
  if (kind === "page") event.respondWith(answerPage(event, path));
  if (kind === "asset") event.respondWith(answerAsset(event, path));
  if (kind === "data") event.respondWith(answerData(event, path));
});

worker.addEventListener("message", (event) => {
  const { kind, asks } = event.data as { kind: keyof OfflineQuestions; asks: never };
  const port = event.ports[0];
  event.waitUntil(
    (answers[kind] as (asks: never) => Promise<unknown>)(asks)
      .then((answer): OfflineAnswer => ({ answers: answer }))
      .catch((error: unknown): OfflineAnswer => ({ failed: isQuotaError(error) ? "space" : "network" }))
      .then((answer) => port?.postMessage(answer)),
  );
});

async function install(): Promise<void> {
  for (const language of languages) {
    const response = await fetch(urls.offline(language), { cache: "no-cache" });
    if (!response.ok) throw new TypeError(`${response.url}: ${response.status}`);
    await savePage(pathOf(urls.offline(language), root) ?? "", response);
  }
  await worker.skipWaiting();
}

async function activate(): Promise<void> {
  // The request leaves while the worker still starts.
  await worker.registration.navigationPreload?.enable();
  await worker.clients.claim();
}

async function answerPage(event: FetchEvent, path: string): Promise<Response> {
  const fetched = fetchPage(event, path).catch(() => null);
  event.waitUntil(fetched);
  const response = await Promise.race([fetched, late()]);
  if (response && response.status < 500) return response;
  const kept = newest(await matchPage(path), await matchKeptPage(path));
  if (kept) return withMark(kept);
  return (await fetched) ?? offlinePage(path);
}

async function fetchPage(event: FetchEvent, path: string): Promise<Response> {
  const response = (await event.preloadResponse) ?? (await fetch(event.request));
  if (isOwnPage(response))
    event.waitUntil(
      savePage(path, response.clone())
        .then(() => keepDataOf(path))
        .catch(ignore),
    );
  return response;
}

async function answerAsset(event: FetchEvent, path: string): Promise<Response> {
  const here = await matchAsset(path);
  if (here) return here;
  const response = await fetch(event.request);
  if (response.ok) event.waitUntil(saveAsset(path, response.clone()).catch(ignore));
  return response;
}

async function answerData(event: FetchEvent, path: string): Promise<Response> {
  const fetched = fetch(event.request).catch(() => null);
  event.waitUntil(fetched);
  const response = await Promise.race([fetched, late()]);
  if (response?.ok) {
    event.waitUntil(saveData(path, response.clone()).catch(ignore));
    return response;
  }
  return newest(await matchData(path), await matchKeptFile(path)) ?? (await fetched) ?? Response.error();
}

const answers: { [K in keyof OfflineQuestions]: (asks: OfflineQuestions[K]["asks"]) => Promise<unknown> } = {
  async visit({ url, resources, compare }) {
    const path = pathOf(url, root);
    let isChanged = false;
    if (path !== null && (compare || !(await matchPage(path)))) {
      const response = await fetch(url, { cache: "no-cache" });
      if (isOwnPage(response)) isChanged = await savePage(path, response);
    }
    if (path !== null) await keepDataOf(path);
    for (const resource of resources) await keepData(resource);
    tidied ??= tidy();
    await tidied;
    return { isChanged };
  },
  async list({ language }) {
    const pages = [...(await listVisited()), ...(await listKept(language))];
    const own = pages.filter(({ path }) => path === language || path.startsWith(`${language}/`));
    return [...new Map(own.map((page) => [page.path, page])).values()];
  },
  state: ({ language }) => keepingState(language),
  async keep({ language, version, path }) {
    await keepFile(language, version, path);
    return true;
  },
  async finish({ language, list }) {
    await finishKeeping(language, list);
    return true;
  },
  async forget({ language }) {
    await forgetCopy(language);
    return true;
  },
  async refresh() {
    await refreshCopies();
    return true;
  },
};

/** Once is enough while the worker runs. */
let tidied: Promise<void> | undefined;

async function keepDataOf(path: string): Promise<void> {
  const [language = "", ...rest] = path.split("/");
  if (isLanguage(language)) for (const address of neededData(language, rest.join("/"))) await keepData(address);
}

/** Data that was not fetched through the worker, or stems from an older version of the site. */
async function keepData(address: string): Promise<void> {
  const path = pathOf(address, root);
  if (path === null || kindOf(path, false) !== "data" || isCurrent(await matchData(path))) return;
  const response = await fetch(address, { cache: "no-cache" });
  if (response.ok) await saveData(path, response);
}

async function offlinePage(path: string): Promise<Response> {
  const [segment = ""] = path.split("/");
  const fallback: Language = worker.navigator.language.startsWith("zh") ? "zh" : "en";
  const language = isLanguage(segment) ? segment : fallback;
  const page = await matchPage(pathOf(urls.offline(language), root) ?? "");
  return page ? new Response(page.body, { status: 503, headers: page.headers }) : Response.error();
}

/** Tells the page's script that this is a copy, and of when. */
async function withMark(response: Response): Promise<Response> {
  const html = await response.text();
  const marked = html.replace("<html", `<html data-saved-at="${savedAt(response)}"`);
  return new Response(marked, { headers: response.headers });
}

function newest(a: Response | undefined, b: Response | undefined): Response | undefined {
  if (!a || !b) return a ?? b;
  return savedAt(a) >= savedAt(b) ? a : b;
}

function isOwnPage(response: Response): boolean {
  return response.ok && response.type === "basic" && (response.headers.get("content-type") ?? "").includes("text/html");
}

function isQuotaError(error: unknown): boolean {
  return error instanceof DOMException && error.name === "QuotaExceededError";
}

function late(): Promise<null> {
  return new Promise((resolve) => setTimeout(resolve, patienceMilliseconds, null));
}

/** What could not be stored was still shown. */
function ignore(): void {}
