import { ScrollX } from "@/components/ui/scroll-x";
import type { MemoryResidual } from "@/lib/calculators/memory-residuals";
import { quantile } from "@/lib/calculators/memory-residuals";
import { formatGiB, formatPercent } from "@/lib/explainers/format";
import { fill } from "@/lib/i18n/fill";
import type { MemoryTexts } from "@/lib/i18n/messages/explainers/memory";

const WIDTH = 1000;
const HEIGHT = 400;
const FROM = 2;
const TO = 800;
// Errors beyond are drawn at the edge; the table has them all.
const MOST = 0.6;
const xTicks = [2, 5, 10, 20, 50, 100, 200, 500];
const yTicks = [0.5, 0.3, 0.15, 0, -0.15, -0.3, -0.5];

const signed = (share: number) => `${share > 0 ? "+" : share < 0 ? "−" : ""}${Math.round(Math.abs(share) * 100)} %`;

/** Measured memory against the error of its estimate, and every row as a table. For the server: it holds no state. */
export function ResidualPlot({
  residuals,
  texts,
}: {
  residuals: readonly MemoryResidual[];
  texts: MemoryTexts["residuals"];
}) {
  const errors = residuals.map(({ error }) => Math.abs(error));
  const values = {
    n: residuals.length,
    median: formatPercent(quantile(errors, 0.5), 1),
    p90: formatPercent(quantile(errors, 0.9), 1),
    inside: residuals.filter(({ insideBand }) => insideBand).length,
  };
  const left = (gib: number) => Math.log(Math.min(TO, Math.max(FROM, gib)) / FROM) / Math.log(TO / FROM);
  const top = (error: number) => (MOST - Math.min(MOST, Math.max(-MOST, error))) / (2 * MOST);
  const stroke = { fill: "none", vectorEffect: "non-scaling-stroke" } as const;
  return (
    <section aria-labelledby="residuals" className="flex min-w-0 flex-col gap-3">
      <h2 id="residuals" className="text-lg font-semibold">
        {texts.title}
      </h2>
      <p className="max-w-3xl">{fill(texts.lead, values)}</p>
      <figure className="flex flex-col gap-1 text-xs text-muted">
        <p aria-hidden="true">{texts.y}</p>
        <div className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-2">
          <div aria-hidden="true" className="relative w-12 tabular-nums">
            {yTicks.map((tick) => (
              <span key={tick} className="absolute end-0 -translate-y-1/2" style={{ top: `${top(tick) * 100}%` }}>
                {signed(tick)}
              </span>
            ))}
          </div>
          <div className="relative h-72 w-full">
            <svg
              role="img"
              aria-label={fill(texts.chart, values)}
              viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
              preserveAspectRatio="none"
              className="absolute inset-0 size-full overflow-visible"
            >
              <rect
                y={top(0.15) * HEIGHT}
                width={WIDTH}
                height={(top(-0.15) - top(0.15)) * HEIGHT}
                className="fill-accent-soft"
              />
              {yTicks.map((tick) => (
                <path
                  key={tick}
                  d={`M0 ${top(tick) * HEIGHT}H${WIDTH}`}
                  className={tick === 0 ? "stroke-muted" : "stroke-line"}
                  {...stroke}
                />
              ))}
              {residuals.map(({ label, measuredGiB, error, trust }, index) => {
                const x = left(measuredGiB) * WIDTH;
                const y = top(error) * HEIGHT;
                // A line of no length with round or square ends is a dot that the stretching leaves round.
                return (
                  <path
                    // biome-ignore lint/suspicious/noArrayIndexKey: rows never change places
                    key={`${label}${index}`}
                    d={`M${x.toFixed(1)} ${y.toFixed(1)}h0`}
                    stroke={trust === "high" ? "var(--series-1)" : "var(--series-2)"}
                    strokeLinecap={trust === "high" ? "round" : "square"}
                    strokeWidth={7}
                    opacity={0.75}
                    {...stroke}
                  />
                );
              })}
            </svg>
          </div>
          <div />
          <div aria-hidden="true" className="relative mt-1 h-5 tabular-nums">
            {xTicks.map((tick, index) => (
              <span
                key={tick}
                className={`absolute whitespace-nowrap ${index === 0 ? "" : "-translate-x-1/2"}`}
                style={{ left: `${left(tick) * 100}%` }}
              >
                {tick}
              </span>
            ))}
          </div>
        </div>
        <p aria-hidden="true" className="text-end">
          {texts.x}
        </p>
        <figcaption className="flex gap-5 text-sm">
          <span className="flex items-center gap-2">
            <span aria-hidden="true" className="size-2.5 rounded-full bg-(--series-1)" />
            {texts.high}
          </span>
          <span className="flex items-center gap-2">
            <span aria-hidden="true" className="size-2.5 bg-(--series-2)" />
            {texts.medium}
          </span>
        </figcaption>
      </figure>
      <details>
        <summary>{texts.table}</summary>
        <ScrollX label={texts.table} className="mt-2">
          <table className="data-table">
            <thead>
              <tr>
                {[texts.run, texts.measured, texts.estimate, texts.band, texts.error].map((title) => (
                  <th key={title} scope="col">
                    {title}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody className="tabular-nums">
              {residuals.map(({ label, measuredGiB, estimateGiB, lowGiB, highGiB, error }, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: rows never change places
                <tr key={`${label}${index}`}>
                  <th scope="row" className="font-normal!">
                    {label}
                  </th>
                  <td>{formatGiB(measuredGiB)}</td>
                  <td>{formatGiB(estimateGiB)}</td>
                  <td>
                    {lowGiB.toFixed(1)}–{highGiB.toFixed(1)}
                  </td>
                  <td>{signed(error)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollX>
      </details>
    </section>
  );
}
