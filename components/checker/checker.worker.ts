/** Checks off the thread that draws. Gets the catalog once, by the address that the page names. */

import type { CheckerCatalog } from "@/lib/checker/catalog";
import { check } from "@/lib/checker/check";
import { compose } from "@/lib/checker/tool/compose";
import { answer, type Questions } from "@/lib/checker/tool/service";

export interface WorkerRequest<K extends keyof Questions = keyof Questions> {
  readonly id: number;
  readonly catalogUrl: string;
  readonly kind: K;
  readonly asks: Questions[K]["asks"];
}

export type WorkerResponse =
  | { readonly id: number; readonly answers: unknown }
  | { readonly id: number; readonly failed: "load" | "crash" };

let catalog: Promise<CheckerCatalog> | undefined;

function loadCatalog(url: string): Promise<CheckerCatalog> {
  catalog ??= fetch(url).then((response) => {
    if (!response.ok) throw new Error(`${url}: ${response.status}`);
    return response.json() as Promise<CheckerCatalog>;
  });
  return catalog;
}

async function respond<K extends keyof Questions>(request: WorkerRequest<K>): Promise<WorkerResponse> {
  const { id, catalogUrl, kind, asks } = request;
  let loaded: CheckerCatalog;
  try {
    loaded = await loadCatalog(catalogUrl);
  } catch {
    // The next question tries again.
    catalog = undefined;
    return { id, failed: "load" };
  }
  try {
    return { id, answers: answer[kind](asks, loaded) };
  } catch {
    return { id, failed: "crash" };
  }
}

const ordinaryWish = {
  goal: "sft",
  model: "m",
  method: "lora",
  gpus: 1,
  cardGiB: 24,
  bf16: true,
  dataset: "",
} as const;
let isWarm = false;

/** Code that has not run yet is slow: the first text would take three times as long as the next. */
async function warmUp(url: string): Promise<void> {
  if (isWarm) return;
  isWarm = true;
  check({ text: compose(ordinaryWish, "en") }, {}, await loadCatalog(url));
}

self.addEventListener("message", async (event: MessageEvent<WorkerRequest>) => {
  const response = await respond(event.data);
  self.postMessage(response);
  // The page asks for the keys when it opens, long before somebody has pasted a text.
  if (event.data.kind === "keys" && "answers" in response) await warmUp(event.data.catalogUrl);
});
