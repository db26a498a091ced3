/** Says a short sentence to screen readers, through the page's one polite live region. */
export function announce(sentence: string): void {
  const region = document.querySelector("[data-announcer]");
  if (region === null) return;
  // The same sentence twice in a row is only spoken when the region was empty between.
  region.textContent = "";
  requestAnimationFrame(() => {
    region.textContent = sentence;
  });
}
