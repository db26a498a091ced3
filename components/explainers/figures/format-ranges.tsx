import { useId } from "react";
import { formatDouble, type NumberFormatsView } from "@/lib/explainers/number-formats";
import { fill } from "@/lib/i18n/fill";
import type { NumberFormatsTexts } from "@/lib/i18n/messages/explainers/number-formats";
import { HatchPatterns, hatch } from "./hatch";
import { seriesColor } from "./series";

const ROW = 28;
const WIDTH = 1000;
const FROM = -46;
const TO = 40;
const ticks = [-45, -30, -15, 0, 15, 30];

const at = (magnitude: number) => (Math.min(TO, Math.max(FROM, Math.log10(magnitude))) - FROM) / (TO - FROM);

/** Which magnitudes each floating-point format reaches, and where the number lies. */
export function FormatRanges({
  view: { ranges, input },
  texts,
}: {
  view: NumberFormatsView;
  texts: Pick<NumberFormatsTexts, "rangeChart" | "rangeOf" | "rangeTitle" | "normal" | "subnormal" | "here">;
}) {
  const id = useId().replaceAll(":", "");
  const magnitude = input === null || input === 0 || Number.isNaN(input) ? null : Math.abs(input);
  const height = ROW * ranges.length;
  const label = fill(texts.rangeChart, {
    value: input === null ? "–" : formatDouble(input),
    formats: ranges
      .map(({ name, minimumSubnormal, maximum }) =>
        fill(texts.rangeOf, { name, min: formatDouble(minimumSubnormal, 3), max: formatDouble(maximum, 3) }),
      )
      .join(" "),
  });
  return (
    <figure className="flex flex-col gap-2">
      <figcaption className="flex flex-wrap gap-x-4 gap-y-1 text-sm">
        <span className="font-semibold">{texts.rangeTitle}</span>
        <span className="flex items-center gap-1.5">
          <svg aria-hidden="true" width="18" height="12">
            <rect width="18" height="12" fill={seriesColor(0)} />
          </svg>
          {texts.normal}
        </span>
        <span className="flex items-center gap-1.5">
          <svg aria-hidden="true" width="18" height="12">
            <rect width="18" height="12" fill={hatch(id, 1)} />
          </svg>
          {texts.subnormal}
        </span>
        <span className="flex items-center gap-1.5">
          <svg aria-hidden="true" width="4" height="14">
            <path d="M2 0V14" className="stroke-ink" strokeWidth="2" />
          </svg>
          {texts.here}
        </span>
      </figcaption>
      <div className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 text-xs text-muted">
        <div aria-hidden="true" className="grid items-center font-mono" style={{ gridAutoRows: ROW }}>
          {ranges.map(({ name }) => (
            <span key={name}>{name}</span>
          ))}
        </div>
        <div>
          <svg
            role="img"
            aria-label={label}
            viewBox={`0 0 ${WIDTH} ${height}`}
            preserveAspectRatio="none"
            className="w-full"
            style={{ height }}
          >
            <HatchPatterns prefix={id} count={2} />
            {ticks.map((tick) => (
              <path
                key={tick}
                d={`M${at(10 ** tick) * WIDTH} 0V${height}`}
                className="stroke-line"
                vectorEffect="non-scaling-stroke"
              />
            ))}
            {ranges.map(({ name, minimumSubnormal, minimumNormal, maximum }, index) => {
              const [low, middle, high] = [
                at(minimumSubnormal) * WIDTH,
                at(minimumNormal) * WIDTH,
                at(maximum) * WIDTH,
              ];
              return (
                <g key={name}>
                  <rect x={low} y={index * ROW + 6} width={middle - low} height={ROW - 12} fill={hatch(id, 1)} />
                  <rect x={middle} y={index * ROW + 6} width={high - middle} height={ROW - 12} fill={seriesColor(0)} />
                </g>
              );
            })}
            {magnitude !== null && (
              <path
                d={`M${at(magnitude) * WIDTH} 0V${height}`}
                className="stroke-ink"
                strokeWidth={2}
                fill="none"
                vectorEffect="non-scaling-stroke"
              />
            )}
          </svg>
          <div aria-hidden="true" className="relative h-5 tabular-nums">
            {ticks.map((tick) => (
              <span key={tick} className="absolute -translate-x-1/2" style={{ left: `${at(10 ** tick) * 100}%` }}>
                {tick === 0 ? "1" : `1e${tick}`}
              </span>
            ))}
          </div>
        </div>
      </div>
    </figure>
  );
}
