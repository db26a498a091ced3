import { useId } from "react";
import type { MemoryMoment } from "@/lib/calculators/vram";
import { formatBytes, formatGiB } from "@/lib/explainers/format";
import { type MemoryView, parts } from "@/lib/explainers/memory";
import { niceTicks } from "@/lib/explainers/ticks";
import { fill } from "@/lib/i18n/fill";
import type { MemoryTexts } from "@/lib/i18n/messages/explainers/memory";
import { HatchPatterns, hatch } from "./hatch";

const WIDTH = 1000;
const BAR = 34;
const GIB = 2 ** 30;

type Texts = Pick<MemoryTexts, "chart" | "parts" | "backward" | "optimizerStep" | "cardLine" | "bandLine">;

/** The two moments that can set the peak, part by part, with the card and the band of measured runs. */
export function MemoryBars({ view, cardGiB, texts }: { view: MemoryView; cardGiB: number; texts: Texts }) {
  const id = useId().replaceAll(":", "");
  const { estimate, rows } = view;
  const { moments, band, peakGiB } = estimate;
  const ticks = niceTicks(Math.max(band.highGiB, cardGiB, peakGiB));
  const most = ticks.at(-1) ?? 1;
  const x = (gib: number) => (gib / most) * WIDTH;
  const shown = rows.filter(({ bytes }) => bytes > 0);
  const label = fill(texts.chart, {
    backward: formatGiB(moments.backward.totalGiB),
    step: formatGiB(moments.optimizerStep.totalGiB),
    card: formatGiB(cardGiB),
    peak: formatGiB(peakGiB),
    low: formatGiB(band.lowGiB),
    high: formatGiB(band.highGiB),
    parts: shown.map(({ part, bytes }) => `${texts.parts[part]} ${formatBytes(bytes)}`).join(", "),
  });
  const stroke = { fill: "none", vectorEffect: "non-scaling-stroke" } as const;
  const height = 3 * BAR;
  return (
    <figure className="flex flex-col gap-3">
      <div className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 text-xs text-muted">
        <div aria-hidden="true" className="grid items-center" style={{ gridTemplateRows: `repeat(3, ${BAR}px)` }}>
          <span className="max-w-20 leading-tight">{texts.backward}</span>
          <span className="max-w-20 leading-tight">{texts.optimizerStep}</span>
          <span className="max-w-20 leading-tight">{texts.bandLine}</span>
        </div>
        <div className="relative">
          <svg
            role="img"
            aria-label={label}
            viewBox={`0 0 ${WIDTH} ${height}`}
            preserveAspectRatio="none"
            className="w-full overflow-visible"
            style={{ height }}
          >
            <HatchPatterns prefix={id} count={parts.length} />
            {ticks.map((tick) => (
              <path key={tick} d={`M${x(tick)} 0V${height}`} className="stroke-line" {...stroke} />
            ))}
            <Stack moment={moments.backward} top={5} x={x} prefix={id} />
            <Stack moment={moments.optimizerStep} top={BAR + 5} x={x} prefix={id} />
            <path
              d={`M${x(band.lowGiB)} ${2.5 * BAR}H${x(band.highGiB)}M${x(band.lowGiB)} ${2.5 * BAR - 8}v16M${x(band.highGiB)} ${2.5 * BAR - 8}v16`}
              className="stroke-ink"
              strokeWidth={2}
              {...stroke}
            />
            <path d={`M${x(peakGiB)} ${2.5 * BAR - 5}v10`} className="stroke-ink" strokeWidth={4} {...stroke} />
            <path
              d={`M${x(cardGiB)} 0V${height}`}
              className="stroke-bad"
              strokeWidth={2}
              strokeDasharray="5 3"
              {...stroke}
            />
          </svg>
          <div aria-hidden="true" className="relative h-9 tabular-nums">
            {ticks.map((tick, index) => (
              <span
                key={tick}
                className={`absolute whitespace-nowrap ${index === 0 ? "" : index === ticks.length - 1 ? "-translate-x-full" : "-translate-x-1/2"}`}
                style={{ left: `${(tick / most) * 100}%` }}
              >
                {tick}
                {index === ticks.length - 1 && " GiB"}
              </span>
            ))}
            <span
              className={`absolute top-4 whitespace-nowrap text-bad ${cardGiB > most / 2 ? "-translate-x-full" : ""}`}
              style={{ left: `${(cardGiB / most) * 100}%` }}
            >
              {texts.cardLine}
            </span>
          </div>
        </div>
      </div>
      <figcaption>
        <ul className="flex flex-wrap gap-x-5 gap-y-1 text-sm">
          {shown.map(({ part, bytes }) => (
            <li key={part} className="flex items-center gap-2">
              <svg aria-hidden="true" width="18" height="18" className="shrink-0">
                <rect width="18" height="18" fill={hatch(id, parts.indexOf(part))} />
              </svg>
              {texts.parts[part]} <span className="text-muted tabular-nums">{formatBytes(bytes)}</span>
            </li>
          ))}
        </ul>
      </figcaption>
    </figure>
  );
}

function Stack({
  moment,
  top,
  x,
  prefix,
}: {
  moment: MemoryMoment;
  top: number;
  x: (gib: number) => number;
  prefix: string;
}) {
  let start = 0;
  return (
    <g>
      {parts.map((part, index) => {
        const from = start;
        start += moment.parts[part] / GIB;
        return (
          <rect
            key={part}
            x={x(from)}
            y={top}
            width={Math.max(0, x(start) - x(from))}
            height={BAR - 10}
            fill={hatch(prefix, index)}
          />
        );
      })}
    </g>
  );
}
