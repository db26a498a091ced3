import { urls } from "@/lib/urls";
import { pageLanguage } from "./page-language";
import { openSearch } from "./search-opener";
import { singleKeysAllowed } from "./single-keys";

/** After `g`, the second key has to come within this time. */
const sequenceMilliseconds = 1500;

/** True while the reader is writing, also inside an input method's composition. */
function isWriting(event: KeyboardEvent): boolean {
  if (event.isComposing) return true;
  const target = event.target;
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(input|textarea|select)$/i.test(target.tagName))
  );
}

/** Ctrl/⌘ K opens the search; the single keys are those of the sheet that `?` opens (lib/i18n/messages/shortcuts.ts). */
export function enableShortcuts(): void {
  let isAfterG = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  document.addEventListener("keydown", (event) => {
    if (event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey) {
      event.preventDefault();
      openSearch();
      return;
    }
    if (isWriting(event) || event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]"))
      return;
    if (!singleKeysAllowed()) return;
    const action = (isAfterG ? afterG : actions)[event.key];
    clearTimeout(timer);
    isAfterG = event.key === "g" && !isAfterG;
    if (isAfterG)
      timer = setTimeout(() => {
        isAfterG = false;
      }, sequenceMilliseconds);
    if (action === undefined) return;
    event.preventDefault();
    action();
  });
  document.addEventListener("click", (event) => {
    const opener = event.target instanceof Element ? event.target.closest("[data-shortcuts-open]") : null;
    if (opener === null || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    openSheet();
  });
}

const press = (selector: string) => document.querySelector<HTMLElement>(selector)?.click();

const actions: Record<string, () => void> = {
  "/": () => openSearch(),
  "?": () => openSheet(),
  f: () => document.querySelector<HTMLElement>("[data-table-filter]")?.focus(),
  // The buttons beside a page's title; they say by themselves that it worked.
  c: () => press("h1 ~ * [data-copy=text]"),
  y: () => press("h1 ~ * [data-copy=link]"),
  t: () => press("[data-language-switch]"),
};

const afterG: Record<string, () => void> = {
  p: () => location.assign(urls.parameters(pageLanguage())),
  c: () => location.assign(urls.check(pageLanguage())),
};

function openSheet(): void {
  import("./shortcut-sheet").then(({ openShortcutSheet }) => openShortcutSheet());
}
