/** Names that a mistyped one may have meant. */

/**
 * Damerau–Levenshtein distance (optimal string alignment): insertions, deletions, replacements and swaps of neighbours.
 *
 * @param limit distances above it are not told apart; it bounds the work
 */
export function editDistance(a: string, b: string, limit = Number.POSITIVE_INFINITY): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min((row[j - 1] ?? 0) + 1, (previous[j] ?? 0) + 1, (previous[j - 1] ?? 0) + cost);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, (beforePrevious[j - 2] ?? 0) + 1);
      row.push(best);
    }
    if (Math.min(...row) > limit) return limit + 1;
    beforePrevious = previous;
    previous = row;
  }
  return previous[b.length] ?? 0;
}

/** Case, hyphens and dots make no difference to a key. */
export function foldKey(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\s.-]+/g, "_")
    .replace(/^_+|_+$/g, "");
}

/** The at most `count` names nearest to `typed`, best first; none that shares too little to be meant. */
export function nearestNames(typed: string, names: readonly string[], count = 5): string[] {
  const wanted = foldKey(typed).slice(0, 80);
  if (wanted === "") return [];
  const limit = Math.max(2, Math.floor(wanted.length / 3));
  return names
    .map((name) => {
      const folded = foldKey(name);
      const contains = folded.includes(wanted) || wanted.includes(folded);
      // A piece of the name was typed: as near as a slip or two.
      return {
        name,
        distance: contains ? Math.min(2, editDistance(wanted, folded, limit)) : editDistance(wanted, folded, limit),
      };
    })
    .filter(({ distance }) => distance <= limit)
    .sort((a, b) => a.distance - b.distance || a.name.length - b.name.length || (a.name < b.name ? -1 : 1))
    .slice(0, count)
    .map(({ name }) => name);
}
