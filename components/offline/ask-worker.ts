import type { OfflineAnswer, OfflineQuestions } from "@/lib/offline/protocol";
import { urls } from "@/lib/urls";

export class OfflineError extends Error {
  constructor(readonly reason: "network" | "space") {
    super(`offline: ${reason}`);
    this.name = "OfflineError";
  }
}

/** A worker that could not be installed never becomes active, and nothing says so. */
const activeWithinMilliseconds = 20_000;

let registering: Promise<ServiceWorkerRegistration> | undefined;

/**
 * @returns once a worker is active
 * @throws where service workers are refused: in some private windows, or by a policy that does not know this address
 */
export function register(): Promise<ServiceWorkerRegistration> {
  registering ??= start();
  return registering;
}

async function start(): Promise<ServiceWorkerRegistration> {
  await navigator.serviceWorker.register(urls.serviceWorker(), { updateViaCache: "none" });
  const tooLate = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error("no service worker became active")), activeWithinMilliseconds);
  });
  return Promise.race([navigator.serviceWorker.ready, tooLate]);
}

/** @throws OfflineError when the worker could not do it */
export async function askWorker<K extends keyof OfflineQuestions>(
  kind: K,
  asks: OfflineQuestions[K]["asks"],
): Promise<OfflineQuestions[K]["answers"]> {
  const { active } = await register();
  const { port1, port2 } = new MessageChannel();
  const answer = await new Promise<OfflineAnswer>((resolve) => {
    port1.onmessage = ({ data }: MessageEvent<OfflineAnswer>) => resolve(data);
    active?.postMessage({ kind, asks }, [port2]);
  });
  port1.close();
  if ("failed" in answer) throw new OfflineError(answer.failed);
  return answer.answers as OfflineQuestions[K]["answers"];
}
