import type { PointerEvent } from "react";
import { formatSignificant } from "@/lib/explainers/format";
import type { QuantizationView } from "@/lib/explainers/quantization";
import { fill } from "@/lib/i18n/fill";
import type { QuantizationTexts } from "@/lib/i18n/messages/explainers/quantization";

const WIDTH = 640;
const HEIGHT = 300;

/** Every weight as a ring, what is read back as a bar through it, and the values that its block can store as lines. */
export function WeightRow({
  view,
  outlierAt,
  texts,
  onDrag,
}: {
  view: QuantizationView;
  outlierAt: number;
  texts: QuantizationTexts;
  /** Gets the weight at which the pointer is while it drags the outlier. */
  onDrag?: (weight: number) => void;
}) {
  const { weights, blocks } = view;
  const top = view.largestWeight * 1.08 || 1;
  const toX = (index: number) => ((index + 0.5) / weights.length) * WIDTH;
  const toY = (value: number) => HEIGHT / 2 - (value / top) * (HEIGHT / 2);
  const half = (WIDTH / weights.length) * 0.42;
  const outlier = weights[outlierAt];
  const label = fill(texts.figure, {
    n: weights.length,
    blocks: blocks.length,
    at: outlierAt + 1,
    value: formatSignificant(outlier?.weight ?? 0, 3),
    rms: formatSignificant(view.chosen.rms, 3),
  });
  // The scale follows the largest weight, so that a drag must be measured by the scale that it began with.
  const drag = (event: PointerEvent<SVGRectElement>) => {
    const target = event.currentTarget;
    const box = target.ownerSVGElement?.getBoundingClientRect();
    if (!onDrag || !box || !target.hasPointerCapture(event.pointerId)) return;
    const scale = Number(target.dataset.scale);
    onDrag((0.5 - (event.clientY - box.top) / box.height) * 2 * scale);
  };
  return (
    <figure className="flex min-w-0 flex-col gap-2">
      <figcaption className="text-sm font-semibold">{fill(texts.figureTitle, { n: weights.length })}</figcaption>
      <svg
        role="img"
        aria-label={label}
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        className="w-full overflow-visible rounded-md border border-line bg-surface"
      >
        {blocks.map(({ index, start, length, levels }) => (
          <g key={index}>
            <path
              d={levels
                .map((level) => `M${toX(start) - half * 1.2} ${toY(level)}H${toX(start + length - 1) + half * 1.2}`)
                .join("")}
              className="fill-none stroke-line"
              strokeWidth={1}
            />
            {start > 0 && (
              <path
                d={`M${(start / weights.length) * WIDTH} 0V${HEIGHT}`}
                className="stroke-muted"
                strokeDasharray="4 4"
                strokeWidth={1}
              />
            )}
          </g>
        ))}
        <path d={`M0 ${HEIGHT / 2}H${WIDTH}`} className="stroke-muted" strokeWidth={0.75} />
        <path
          d={weights.map(({ index, weight, read }) => `M${toX(index)} ${toY(weight)}V${toY(read)}`).join("")}
          className="fill-none stroke-warn"
          strokeWidth={1.5}
        />
        <path
          d={weights.map(({ index, read }) => `M${toX(index) - half} ${toY(read)}h${2 * half}`).join("")}
          className="fill-none stroke-accent"
          strokeWidth={3}
        />
        {weights.map(({ index, weight }) => (
          <circle
            key={index}
            cx={toX(index)}
            cy={toY(weight)}
            r={index === outlierAt ? 5 : 2.75}
            className="fill-surface stroke-ink"
            strokeWidth={index === outlierAt ? 2.5 : 1.25}
          />
        ))}
        {onDrag && (
          <rect
            x={toX(outlierAt) - 16}
            y={0}
            width={32}
            height={HEIGHT}
            className="cursor-ns-resize touch-none fill-transparent"
            onPointerDown={(event) => {
              event.currentTarget.dataset.scale = `${Math.max(top, view.deviation * 12)}`;
              event.currentTarget.setPointerCapture(event.pointerId);
              drag(event);
            }}
            onPointerMove={drag}
          >
            <title>{texts.drag}</title>
          </rect>
        )}
      </svg>
      <ul className="flex flex-wrap gap-x-5 gap-y-1 text-sm">
        <Key text={texts.weight}>
          <circle cx="12" cy="8" r="3" className="fill-surface stroke-ink" />
        </Key>
        <Key text={texts.readBack}>
          <path d="M4 8H20" className="stroke-accent" strokeWidth={3} />
        </Key>
        <Key text={texts.error}>
          <path d="M12 1V15" className="stroke-warn" strokeWidth={1.5} />
        </Key>
        {blocks.some(({ levels }) => levels.length > 0) && (
          <Key text={texts.levels}>
            <path d="M0 4H24M0 12H24" className="stroke-line" />
          </Key>
        )}
        {blocks.length > 1 && (
          <Key text={texts.blockEdge}>
            <path d="M12 0V16" className="stroke-muted" strokeDasharray="4 3" />
          </Key>
        )}
      </ul>
    </figure>
  );
}

function Key({ text, children }: { text: string; children: React.ReactNode }) {
  return (
    <li className="flex items-center gap-2">
      <svg aria-hidden="true" width="24" height="16" className="shrink-0 fill-none">
        {children}
      </svg>
      {text}
    </li>
  );
}
