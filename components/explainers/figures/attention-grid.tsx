import { useId } from "react";
import { sees } from "@/lib/calculators/packing";
import type { RowView } from "@/lib/explainers/loss-mask";
import { fill } from "@/lib/i18n/fill";
import type { LossMaskTexts } from "@/lib/i18n/messages/explainers/loss-mask";

/** Which tokens of a packed row each of its tokens sees: a square with a line for every token, stripes across samples. */
export function AttentionGrid({
  row,
  number,
  viewer,
  texts,
}: {
  row: RowView;
  number: number;
  /** Position of the token to look from, if it stands in this row. */
  viewer: number | null;
  texts: LossMaskTexts;
}) {
  const stripes = useId();
  const { attention, sampleAt } = row;
  const size = attention.length;
  const own: string[] = [];
  const other: string[] = [];
  let [ownPairs, otherPairs] = [0, 0];
  for (let from = 0; from < size; from += 1) {
    if (sampleAt[from] === -1) continue;
    for (let to = 0; to <= from; to += 1) {
      if (!sees(attention, from, to)) continue;
      const foreign = sampleAt[to] !== sampleAt[from];
      let end = to + 1;
      while (end <= from && sees(attention, from, end) && (sampleAt[end] !== sampleAt[from]) === foreign) end += 1;
      (foreign ? other : own).push(`M${to} ${from}h${end - to}v1h${to - end}z`);
      if (foreign) otherPairs += end - to;
      else ownPairs += end - to;
      to = end - 1;
    }
  }
  const label = fill(texts.attention, { own: ownPairs, other: otherPairs });
  const title = fill(texts.attentionTitle, { n: number });
  return (
    <figure className="flex min-w-0 flex-col gap-2">
      <figcaption className="text-sm font-semibold">{title}</figcaption>
      <div className="flex flex-wrap items-end gap-x-6 gap-y-2">
        <svg
          role="img"
          aria-label={`${title}. ${label}`}
          viewBox={`0 0 ${size} ${size}`}
          className="w-full max-w-72 border border-line bg-surface"
        >
          <Stripes id={stripes} period={size / 40} />
          <path d={own.join("")} className="fill-accent" />
          {otherPairs > 0 && <path d={other.join("")} fill={`url(#${stripes})`} />}
          {viewer !== null && (
            <rect
              x={0}
              y={viewer}
              width={size}
              height={1}
              className="fill-none stroke-ink"
              strokeWidth={1.5}
              vectorEffect="non-scaling-stroke"
            />
          )}
        </svg>
        <ul className="flex flex-col gap-1 text-sm">
          <Key text={texts.own}>
            <rect width="16" height="16" className="fill-accent" />
          </Key>
          {otherPairs > 0 && (
            <Key text={texts.other}>
              <Stripes id={`${stripes}-key`} period={5} />
              <rect width="16" height="16" fill={`url(#${stripes}-key)`} />
            </Key>
          )}
          {viewer !== null && (
            <Key text={texts.viewer}>
              <rect x="1" y="6" width="14" height="4" className="fill-none stroke-ink" />
            </Key>
          )}
        </ul>
      </div>
      <p className="text-xs text-muted">{label}</p>
    </figure>
  );
}

function Stripes({ id, period }: { id: string; period: number }) {
  return (
    <pattern id={id} width={period} height={period} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect width={period} height={period} className="fill-warn-soft" />
      <rect width={period / 2.5} height={period} className="fill-warn" />
    </pattern>
  );
}

function Key({ text, children }: { text: string; children: React.ReactNode }) {
  return (
    <li className="flex items-center gap-2">
      <svg aria-hidden="true" width="16" height="16" className="shrink-0">
        {children}
      </svg>
      {text}
    </li>
  );
}
