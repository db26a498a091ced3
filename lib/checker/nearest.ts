/** Edits between two words, a swap of neighbours counting as one; stops counting beyond `most`. */
export function editDistance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let best = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, (beforeLast[j - 2] ?? 0) + 1);
      row.push(best);
    }
    if (Math.min(...row) > most) return most + 1;
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? most + 1;
}

/** The names that a mistyped one most likely means, best first. */
export function nearestNames(name: string, candidates: Iterable<string>, limit = 3): string[] {
  const word = name
    .slice(0, 80)
    .replace(/^[-+]+/, "")
    .replaceAll("-", "_")
    .toLowerCase();
  const flat = word.replaceAll("_", "");
  const most = Math.max(1, Math.min(3, Math.floor(word.length / 4)));
  const scored: { readonly candidate: string; readonly score: number }[] = [];
  for (const candidate of candidates) {
    if (candidate === word || candidate.replaceAll("_", "") === flat) scored.push({ candidate, score: 0 });
    else {
      const distance = editDistance(word, candidate, most);
      if (distance <= most) scored.push({ candidate, score: distance });
      else if (
        word.length >= 5 &&
        (candidate.startsWith(word) || word.startsWith(`${candidate}_`)) &&
        candidate.length >= 5
      )
        scored.push({ candidate, score: most + 1 });
    }
  }
  scored.sort(
    (a, b) => a.score - b.score || a.candidate.length - b.candidate.length || (a.candidate < b.candidate ? -1 : 1),
  );
  return scored.slice(0, limit).map(({ candidate }) => candidate);
}
