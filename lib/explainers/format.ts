/** Numbers as explainers show them. Rounding happens here and nowhere before. Both languages group digits alike. */

const grouped = new Intl.NumberFormat("en-US", { maximumFractionDigits: 0 });

export function formatCount(value: number): string {
  return grouped.format(value);
}

/** `7.62 B`, `20.2 M`: counts of parameters and tokens, three digits. */
export function formatShort(value: number): string {
  const units = ["", " K", " M", " B", " T"];
  let power = Math.max(0, Math.min(4, Math.floor(Math.log10(Math.abs(value) || 1) / 3)));
  if (Number((value / 1000 ** power).toPrecision(3)) >= 1000 && power < 4) power += 1;
  if (power === 0) return formatSignificant(value, 3);
  return `${(value / 1000 ** power).toPrecision(3)}${units[power]}`;
}

/** At most so many significant digits, without trailing zeros; never an exponent. */
export function formatSignificant(value: number, digits: number): string {
  return new Intl.NumberFormat("en-US", { maximumSignificantDigits: digits }).format(value);
}

/** A learning rate: `1e-4`, `3.27e-5`. */
export function formatRate(value: number): string {
  if (Number.isNaN(value)) return "–";
  return value === 0
    ? "0"
    : value
        .toExponential(3)
        .replace(/\.?0+e/, "e")
        .replace("e+", "e");
}

export function formatPercent(share: number, digits = 2): string {
  const percent = share * 100;
  return `${percent >= 1 ? percent.toFixed(digits) : formatSignificant(percent, digits + 1)} %`;
}

const MIB = 2 ** 20;
const GIB = 2 ** 30;

/** Bytes in GiB from 1 GiB on, else in MiB. */
export function formatBytes(bytes: number): string {
  if (bytes >= GIB) return `${(bytes / GIB).toFixed(bytes >= 100 * GIB ? 0 : 1)} GiB`;
  return `${formatSignificant(bytes / MIB, 3)} MiB`;
}

export function formatGiB(gib: number): string {
  return formatBytes(gib * GIB);
}
