import { pathOf } from "@/components/ui/sparkline";
import { seriesColor, seriesDash } from "./series";

export interface Series {
  readonly key: string;
  readonly label: string;
  readonly points: readonly (readonly [x: number, y: number])[];
  /** Position among all series, which decides colour and dashes. */
  readonly index: number;
}

export interface Axis {
  readonly min: number;
  readonly max: number;
  readonly ticks: readonly number[];
  readonly format: (value: number) => string;
  readonly title: string;
}

const WIDTH = 1000;
const HEIGHT = 500;

/**
 * Lines over two linear axes. The drawing stretches with its box; what is written stands outside of it, so that it has the
 * size of text on every screen.
 */
export function LineChart({
  label,
  series,
  x,
  y,
  marker,
  legend = true,
}: {
  /** Says in words what the figure shows. */
  label: string;
  series: readonly Series[];
  x: Axis;
  y: Axis;
  /** A vertical line at this x, with a dot on every series. */
  marker?: { readonly x: number; readonly values: readonly { readonly index: number; readonly y: number }[] };
  legend?: boolean;
}) {
  const toX = (value: number) => ((value - x.min) / (x.max - x.min || 1)) * WIDTH;
  const toY = (value: number) => HEIGHT - ((value - y.min) / (y.max - y.min || 1)) * HEIGHT;
  const percentX = (value: number) => `${(toX(value) / WIDTH) * 100}%`;
  const percentY = (value: number) => `${(toY(value) / HEIGHT) * 100}%`;
  const stroke = { fill: "none", vectorEffect: "non-scaling-stroke" } as const;
  return (
    <figure className="flex min-w-0 flex-col gap-2">
      <p className="text-xs text-muted" aria-hidden="true">
        {y.title}
      </p>
      <div className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-2 text-xs text-muted">
        <div aria-hidden="true" className="relative w-12 tabular-nums">
          {y.ticks.map((tick) => (
            <span key={tick} className="absolute end-0 -translate-y-1/2" style={{ top: percentY(tick) }}>
              {y.format(tick)}
            </span>
          ))}
        </div>
        <div className="relative aspect-[2/1] max-h-96 w-full">
          <svg
            role="img"
            aria-label={label}
            viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
            preserveAspectRatio="none"
            className="absolute inset-0 size-full overflow-visible"
          >
            {y.ticks.map((tick) => (
              <path key={tick} d={`M0 ${toY(tick)}H${WIDTH}`} className="stroke-line" {...stroke} />
            ))}
            {x.ticks.map((tick) => (
              <path key={tick} d={`M${toX(tick)} 0V${HEIGHT}`} className="stroke-line" {...stroke} />
            ))}
            {marker && <path d={`M${toX(marker.x)} 0V${HEIGHT}`} className="stroke-ink" strokeWidth={1} {...stroke} />}
            {series.map(({ key, index, points }) => (
              <path
                key={key}
                d={pathOf(points.map(([px, py]) => [toX(px), toY(py)]))}
                stroke={seriesColor(index)}
                strokeDasharray={seriesDash(index)}
                strokeWidth={2.25}
                strokeLinejoin="round"
                {...stroke}
              />
            ))}
          </svg>
          {marker?.values
            .filter((value) => Number.isFinite(value.y))
            .map(({ index, y: at }) => (
              <span
                key={index}
                aria-hidden="true"
                className="absolute size-2.5 -translate-x-1/2 -translate-y-1/2 rounded-full border border-surface"
                style={{ left: percentX(marker.x), top: percentY(at), background: seriesColor(index) }}
              />
            ))}
        </div>
        <div />
        <div aria-hidden="true" className="relative mt-1 h-5 tabular-nums">
          {x.ticks.map((tick, index) => (
            <span
              key={tick}
              className={`absolute whitespace-nowrap ${index === 0 ? "" : index === x.ticks.length - 1 ? "-translate-x-full" : "-translate-x-1/2"}`}
              style={{ left: percentX(tick) }}
            >
              {x.format(tick)}
            </span>
          ))}
        </div>
      </div>
      <p className="text-end text-xs text-muted" aria-hidden="true">
        {x.title}
      </p>
      {legend && <Legend items={series} />}
    </figure>
  );
}

export function Legend({ items }: { items: readonly Pick<Series, "key" | "label" | "index">[] }) {
  return (
    <figcaption>
      <ul className="flex flex-wrap gap-x-5 gap-y-1 text-sm">
        {items.map(({ key, label, index }) => (
          <li key={key} className="flex items-center gap-2">
            <svg aria-hidden="true" width="32" height="8" className="shrink-0">
              <path d="M0 4H32" stroke={seriesColor(index)} strokeDasharray={seriesDash(index)} strokeWidth={2.5} />
            </svg>
            <span className="font-mono text-[0.85em]">{label}</span>
          </li>
        ))}
      </ul>
    </figcaption>
  );
}
