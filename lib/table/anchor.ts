/** A row's key as it stands where it can (`cosine`, `fa2`), else with hyphens for what an anchor cannot hold. */
export function anchorOf(key: string): string {
  return key
    .trim()
    .replace(/[^\w.+-]+/g, "-")
    .replace(/^-|-$/g, "");
}
