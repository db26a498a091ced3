/** Round numbers from 0 to at least `max` for an axis: four to six of them. */
export function niceTicks(max: number): number[] {
  if (!(max > 0) || !Number.isFinite(max)) return [0, 1];
  const power = Math.floor(Math.log10(max / 4));
  const unit = [1, 2, 2.5, 5, 10].find((mantissa) => mantissa * 10 ** power >= max / 5 - 1e-12 * max) ?? 10;
  const count = Math.ceil((max * (1 - 1e-9)) / (unit * 10 ** power));
  return Array.from({ length: count + 1 }, (_, index) => Number((index * unit * 10 ** power).toPrecision(12)));
}
