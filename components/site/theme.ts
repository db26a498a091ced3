const storageKey = "theme";

/** Switches between light and dark, starting from what the system says, and remembers the choice. */
export function enableThemeToggle(): void {
  document.addEventListener("click", (event) => {
    if (!(event.target instanceof Element) || event.target.closest("[data-theme-toggle]") === null) return;
    const root = document.documentElement;
    const isDark = root.dataset.theme
      ? root.dataset.theme === "dark"
      : matchMedia("(prefers-color-scheme: dark)").matches;
    root.dataset.theme = isDark ? "light" : "dark";
    try {
      localStorage.setItem(storageKey, root.dataset.theme);
    } catch {
      // The choice then lasts for this page only.
    }
  });
}

/** Again what the page's own first script did: the choice may be newer than the page. */
export function applySavedTheme(): void {
  try {
    const saved = localStorage.getItem(storageKey);
    if (saved !== null) document.documentElement.dataset.theme = saved;
  } catch {
    // Without storage there is no choice to take over.
  }
}
