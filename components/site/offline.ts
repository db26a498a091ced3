/**
 * Starts the service worker when the page has nothing else to do; see components/offline/companion.ts.
 *
 * While the site is being written there is none: it would show pages of a minute ago.
 */
export function enableOffline(): void {
  if (process.env.NODE_ENV !== "production" || !("serviceWorker" in navigator)) return;
  const start = () => import("../offline/companion").then(({ startOffline }) => startOffline());
  const whenIdle = () => ("requestIdleCallback" in globalThis ? requestIdleCallback(start) : setTimeout(start, 500));
  if (document.readyState === "complete") whenIdle();
  else addEventListener("load", whenIdle, { once: true });
}
