const storageKey = "checked-config";

/** The text of this tab, kept until the tab is closed. Storage may be forbidden or full: then nothing is kept. */
export function readSavedText(): string {
  try {
    return sessionStorage.getItem(storageKey) ?? "";
  } catch {
    return "";
  }
}

export function saveText(text: string): void {
  try {
    if (text === "") sessionStorage.removeItem(storageKey);
    else sessionStorage.setItem(storageKey, text);
  } catch {
    // A text of several megabytes does not fit; it is still in the editor.
  }
}
