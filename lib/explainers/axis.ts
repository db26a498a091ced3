/** Round numbers that enclose both ends, 0 among them where it lies between: ticks of an axis that need not begin at 0. */
export function ticksBetween(low: number, high: number): number[] {
  const width = high - low;
  if (!(width > 0) || !Number.isFinite(width)) return [low, low + 1];
  const power = 10 ** Math.floor(Math.log10(width / 4));
  const unit = power * ([1, 2, 2.5, 5, 10].find((mantissa) => width / (mantissa * power) <= 5 + 1e-9) ?? 10);
  const first = Math.floor(low / unit + 1e-9);
  const last = Math.ceil(high / unit - 1e-9);
  return Array.from({ length: last - first + 1 }, (_, index) => Number(((first + index) * unit).toPrecision(12)));
}
