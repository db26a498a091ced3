/**
 * The address follows what is typed or dragged once that rests: Safari refuses more than 100 changes in 30 seconds, and every change
 * costs a slow phone a good part of a frame.
 */

const quietMilliseconds = 250;

let pending: (() => string) | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Replaces the address soon. @param address asked when it is time: the address of this page, absolute or from its root */
export function replaceAddress(address: () => string): void {
  pending = address;
  clearTimeout(timer);
  timer = setTimeout(settleAddress, quietMilliseconds);
}

/** Replaces it now, if it is to be: before another step of the history is made, or the page is left. */
export function settleAddress(): void {
  if (pending !== undefined) history.replaceState(history.state, "", pending());
  forget();
}

function forget(): void {
  clearTimeout(timer);
  pending = undefined;
}

if (typeof document !== "undefined") {
  // Whatever a click leads to, Back returns to what was typed, and links that carry the address on carry the latest.
  document.addEventListener("click", settleAddress, true);
  // What was pending belonged to the step that has been left.
  addEventListener("popstate", forget);
}
