/** Where a slider halts. A slider over decades moves from stop to stop, so that an arrow key always changes the value. */

const MANTISSAS = [1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 7, 8, 9];

/** Round numbers over decades, both ends among them. `whole` keeps whole numbers only. */
export function decades(min: number, max: number, { whole = false } = {}): number[] {
  const stops = new Set([min, max]);
  for (let power = Math.floor(Math.log10(min)); power <= Math.log10(max); power += 1) {
    for (const mantissa of MANTISSAS) {
      // From text, since 3 × 10⁻⁵ is not 3e-5 in binary.
      const value = Number(`${mantissa}e${power}`);
      if (value > min && value < max && (!whole || Number.isInteger(value))) stops.add(value);
    }
  }
  return [...stops].sort((a, b) => a - b);
}

export function powersOfTwo(min: number, max: number): number[] {
  const stops: number[] = [];
  for (let value = min; value <= max; value *= 2) stops.push(value);
  return stops;
}

/** Position of the stop that lies nearest to a value. */
export function nearestStop(stops: readonly number[], value: number): number {
  let best = 0;
  for (const [index, stop] of stops.entries()) {
    if (Math.abs(stop - value) < Math.abs((stops[best] ?? 0) - value)) best = index;
  }
  return best;
}
