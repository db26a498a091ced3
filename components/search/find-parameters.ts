import { loadEngine } from "./load-engine";

/** A parameter this far behind the best result is no longer what the reader means. */
const worthShowing = 0.4;

/** Keys of the parameters that the site's search finds for a query, best first. */
export async function findParameters(query: string): Promise<string[]> {
  const { results, isNearest } = (await loadEngine()).search(query, 60);
  if (isNearest) return [];
  const least = (results[0]?.score ?? 0) * worthShowing;
  const found = results
    .filter(({ score }) => score >= least)
    .flatMap(({ kind, key, parameters }, place) => {
      if (kind === "parameter" || kind === "value") return [key];
      // What answers a described symptom, but only where the symptom is what was typed.
      return kind === "question" && place === 0 ? parameters : [];
    });
  return [...new Set(found)];
}
