const storageKey = "language";
const positionKey = "reading-position";

/** The language link keeps query and anchor, remembers the choice, and lands at the section that is being read. */
export function enableLanguageSwitch(): void {
  document.addEventListener("click", (event) => {
    const link =
      event.target instanceof Element ? event.target.closest<HTMLAnchorElement>("[data-language-switch]") : null;
    if (link === null) return;
    const { pathname } = new URL(link.href);
    link.href = `${pathname}${location.search}${location.hash}`;
    remember(storageKey, link.hreflang.startsWith("zh") ? "zh" : "en", localStorage);
    const position = readingPosition();
    if (position !== null) remember(positionKey, JSON.stringify(position), sessionStorage);
  });
}

interface ReadingPosition {
  /** The element with an id that was last above the reading line; ids are the same in both languages. */
  readonly id: string;
  /** How far below the top of the window it stood, in CSS pixels. */
  readonly top: number;
}

function readingPosition(): ReadingPosition | null {
  if (scrollY === 0) return null;
  const line = innerHeight / 3;
  let position: ReadingPosition | null = null;
  for (const element of document.querySelectorAll<HTMLElement>("main [id]")) {
    const { top } = element.getBoundingClientRect();
    if (top > line) break;
    position = { id: element.id, top };
  }
  return position;
}

/** Puts the section back where it stood before the language was switched. */
export function restoreReadingPosition(): void {
  try {
    const stored = sessionStorage.getItem(positionKey);
    if (stored === null) return;
    sessionStorage.removeItem(positionKey);
    const { id, top } = JSON.parse(stored) as ReadingPosition;
    const element = document.getElementById(id);
    if (element) scrollTo({ top: scrollY + element.getBoundingClientRect().top - top, behavior: "instant" });
  } catch {
    // Storage may be forbidden; the page then simply opens at its anchor or its top.
  }
}

function remember(key: string, value: string, storage: Storage): void {
  try {
    storage.setItem(key, value);
  } catch {
    // Nothing is lost but the convenience.
  }
}
