/** Speech input sets off single keys by accident, so they can be turned off (WCAG 2.1.4). */

const storageKey = "single-key-shortcuts";

export function singleKeysAllowed(): boolean {
  try {
    return localStorage.getItem(storageKey) !== "off";
  } catch {
    return true;
  }
}

export function allowSingleKeys(areAllowed: boolean): void {
  try {
    if (areAllowed) localStorage.removeItem(storageKey);
    else localStorage.setItem(storageKey, "off");
  } catch {
    // Where storage is forbidden the keys stay as they are.
  }
}
