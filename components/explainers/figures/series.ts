/** How the figures tell their series apart: by colour and by dashes, of which either is enough. */

const DASHES = ["", "7 4", "2 3", "10 3 2 3", "4 2", "12 6", "2 6", "8 2 2 2 2 2"];

export function seriesColor(index: number): string {
  return `var(--series-${(index % DASHES.length) + 1})`;
}

/** From the ninth series on colours repeat, and the dashes are shifted against them. */
export function seriesDash(index: number): string {
  return DASHES[(index + Math.floor(index / DASHES.length)) % DASHES.length] ?? "";
}
