import type { OfflineAnswer, OfflineQuestions } from "@/lib/offline/protocol";
import { urls } from "@/lib/urls";

export class OfflineError extends Error {
  constructor(readonly reason: "network" | "space") {
    super(`offline: ${reason}`);
    this.name = "OfflineError";
  }
}

let registering: Promise<ServiceWorkerRegistration> | undefined;

/** @throws where service workers are refused: in some private windows, or by a policy that does not know this address */
export function register(): Promise<ServiceWorkerRegistration> {
  registering ??= navigator.serviceWorker.register(urls.serviceWorker(), { updateViaCache: "none" });
  return registering;
}

/** @throws OfflineError when the worker could not do it */
export async function askWorker<K extends keyof OfflineQuestions>(
  kind: K,
  asks: OfflineQuestions[K]["asks"],
): Promise<OfflineQuestions[K]["answers"]> {
  await register();
  const { active } = await navigator.serviceWorker.ready;
  const { port1, port2 } = new MessageChannel();
  const answer = await new Promise<OfflineAnswer>((resolve) => {
    port1.onmessage = ({ data }: MessageEvent<OfflineAnswer>) => resolve(data);
    active?.postMessage({ kind, asks }, [port2]);
  });
  port1.close();
  if ("failed" in answer) throw new OfflineError(answer.failed);
  return answer.answers as OfflineQuestions[K]["answers"];
}
