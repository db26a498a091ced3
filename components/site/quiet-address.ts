/**
 * The address follows what is typed or dragged once that rests: Safari refuses more than 100 changes in 30 seconds, and every change
 * costs a slow phone a good part of a frame.
 */

const quietMilliseconds = 250;

let pending: string | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;

/** The address as it is, or is about to be. */
export function currentAddress(): URL {
  return new URL(pending ?? location.href, location.href);
}

/** Replaces the address soon. @param url of this page, absolute or from its root */
export function replaceAddress(url: string): void {
  pending = url;
  clearTimeout(timer);
  timer = setTimeout(settleAddress, quietMilliseconds);
}

/** Replaces it now, if it is to be: before another step of the history is made, or the page is left. */
export function settleAddress(): void {
  clearTimeout(timer);
  if (pending !== undefined) history.replaceState(history.state, "", pending);
  pending = undefined;
}

if (typeof document !== "undefined") {
  // Whatever a click leads to, Back returns to what was typed, and links that carry the address on carry the latest.
  document.addEventListener("click", settleAddress, true);
  addEventListener("popstate", () => {
    // What was pending belonged to the step that has been left.
    clearTimeout(timer);
    pending = undefined;
  });
}
