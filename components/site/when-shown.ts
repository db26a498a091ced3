/** Calls `start` when there is a reader: the browser draws a page that is likely to be asked for before it is. */
export function whenShown(start: () => void): void {
  const isUnseen = (document as { prerendering?: boolean }).prerendering === true;
  if (isUnseen) document.addEventListener("prerenderingchange", start, { once: true });
  else start();
}
