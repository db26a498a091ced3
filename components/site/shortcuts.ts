import { openSearch } from "./search-opener";

/** True while the reader is writing, also inside an input method's composition. */
function isWriting(event: KeyboardEvent): boolean {
  if (event.isComposing) return true;
  const target = event.target;
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(input|textarea|select)$/i.test(target.tagName))
  );
}

/** Ctrl/⌘ K and «/» open the search, «f» goes to the table's filter, «t» switches the language. */
export function enableShortcuts(): void {
  document.addEventListener("keydown", (event) => {
    if (event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey) {
      event.preventDefault();
      openSearch();
      return;
    }
    if (isWriting(event) || event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]"))
      return;
    const action = actions[event.key];
    if (action === undefined || !singleKeysAllowed()) return;
    event.preventDefault();
    action();
  });
}

const actions: Record<string, () => void> = {
  "/": () => openSearch(),
  f: () => document.querySelector<HTMLElement>("[data-table-filter]")?.focus(),
  t: () => document.querySelector<HTMLElement>("[data-language-switch]")?.click(),
};

/** Speech input sets off single keys by accident, so they can be turned off (WCAG 2.1.4). */
function singleKeysAllowed(): boolean {
  try {
    return localStorage.getItem("single-key-shortcuts") !== "off";
  } catch {
    return true;
  }
}
