import { formatSignificant } from "@/lib/explainers/format";
import type { GradientsView } from "@/lib/explainers/gradients";
import { fill } from "@/lib/i18n/fill";
import type { GradientsTexts } from "@/lib/i18n/messages/explainers/gradients";

type Vector = readonly [x: number, y: number];

const SIZE = 320;
const MARGIN = 14;

const looks = {
  micro: { className: "stroke-muted", strokeWidth: 1.25 },
  mean: { className: "stroke-ink", strokeWidth: 2.5, strokeDasharray: "6 4" },
  clipped: { className: "stroke-accent", strokeWidth: 5 },
  limit: { className: "stroke-warn", strokeWidth: 1.5, strokeDasharray: "2 3" },
} as const;

function toVector([x = 0, y = 0]: readonly number[]): Vector {
  return [x, y];
}

/** Gradients of two parameters as arrows: of each micro-batch, of the step, and after clipping. */
export function GradientArrows({
  view,
  maxNorm,
  texts,
}: {
  view: GradientsView;
  maxNorm: number;
  texts: GradientsTexts;
}) {
  const micro = view.microBatches.map(({ gradient }) => toVector(gradient));
  const mean = toVector(view.gradient);
  const clipped = toVector(view.clipped.gradient);
  const xs = [0, ...micro.map(([x]) => x), mean[0]];
  const ys = [0, ...micro.map(([, y]) => y), mean[1]];
  const [left, bottom] = [Math.min(...xs), Math.min(...ys)];
  const unit = (SIZE - 2 * MARGIN) / Math.max(Math.max(...xs) - left, Math.max(...ys) - bottom, 1e-9);
  const place = ([x, y]: Vector): Vector => [MARGIN + (x - left) * unit, SIZE - MARGIN - (y - bottom) * unit];
  const origin = place([0, 0]);
  const label = fill(texts.arrows, {
    count: micro.length,
    norm: formatSignificant(view.clipped.norm, 3),
    clipped: formatSignificant(view.clipped.norm * view.clipped.factor, 3),
  });
  const legend = [
    ["micro", texts.legendMicro],
    ["mean", texts.legendMean],
    ["clipped", texts.legendClipped],
    ...(maxNorm > 0 ? ([["limit", texts.legendLimit]] as const) : []),
  ] as const;
  return (
    <figure className="flex min-w-0 flex-col gap-2">
      <figcaption className="text-sm font-semibold">{texts.arrowsTitle}</figcaption>
      <div className="flex flex-wrap items-end gap-x-6 gap-y-2">
        <svg
          role="img"
          aria-label={label}
          viewBox={`0 0 ${SIZE} ${SIZE}`}
          className="w-full max-w-80 rounded-md border border-line"
        >
          <path
            d={`M0 ${origin[1]}H${SIZE}M${origin[0]} 0V${SIZE}`}
            className="fill-none stroke-line"
            strokeWidth={1}
          />
          {maxNorm > 0 && <circle cx={origin[0]} cy={origin[1]} r={maxNorm * unit} fill="none" {...looks.limit} />}
          {micro.map((tip, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: micro-batches have no name but their place
            <Arrow key={index} from={origin} to={place(tip)} look="micro" />
          ))}
          <Arrow from={origin} to={place(clipped)} look="clipped" />
          <Arrow from={origin} to={place(mean)} look="mean" />
        </svg>
        <ul className="flex flex-col gap-1 text-sm">
          {legend.map(([look, text]) => (
            <li key={look} className="flex items-center gap-2">
              <svg aria-hidden="true" width="32" height="8" className="shrink-0">
                <path d="M0 4H32" {...looks[look]} />
              </svg>
              {text}
            </li>
          ))}
        </ul>
      </div>
    </figure>
  );
}

function Arrow({ from, to, look }: { from: Vector; to: Vector; look: "micro" | "mean" | "clipped" }) {
  const [dx, dy] = [to[0] - from[0], to[1] - from[1]];
  const length = Math.hypot(dx, dy) || 1;
  const head = Math.min(7, length / 2);
  const wing = (side: number): string =>
    `${to[0] - (head * (dx - side * 0.6 * dy)) / length} ${to[1] - (head * (dy + side * 0.6 * dx)) / length}`;
  const { className, strokeWidth, ...dash } = looks[look];
  return (
    <g className={`fill-none ${className}`} strokeWidth={strokeWidth}>
      <path d={`M${from[0]} ${from[1]}L${to[0]} ${to[1]}`} {...dash} />
      <path d={`M${wing(1)}L${to[0]} ${to[1]}L${wing(-1)}`} strokeLinejoin="round" />
    </g>
  );
}
