import { seriesColor } from "./series";

const MARKS = [
  "",
  "M0 10L10 0",
  "M5 0V10",
  "M0 5H10",
  "M0 0L10 10",
  "M0 10L10 0M0 0L10 10",
  "M5 4V6M4 5H6",
  "M0 5H10M5 0V10",
];

/** Fillings for areas: a colour with a pattern of its own. `prefix` keeps the ids of two figures on a page apart. */
export function HatchPatterns({ prefix, count }: { prefix: string; count: number }) {
  return (
    <defs>
      {Array.from({ length: count }, (_, index) => (
        <pattern
          // biome-ignore lint/suspicious/noArrayIndexKey: the index is the series
          key={index}
          id={`${prefix}-${index}`}
          width="10"
          height="10"
          patternUnits="userSpaceOnUse"
        >
          <rect width="10" height="10" fill={seriesColor(index)} />
          <path d={MARKS[index % MARKS.length]} className="stroke-surface" strokeWidth="1.5" />
        </pattern>
      ))}
    </defs>
  );
}

export function hatch(prefix: string, index: number): string {
  return `url(#${prefix}-${index})`;
}
