import { editDistance } from "../nearest";

/** The names that a mistyped one most likely means, best first; stricter than the site's own, since it is offered as a fix. */
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
