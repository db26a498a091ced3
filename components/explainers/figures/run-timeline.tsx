import { formatCount } from "@/lib/explainers/format";
import type { RunPlannerView } from "@/lib/explainers/run-planner";
import { fill } from "@/lib/i18n/fill";
import type { RunPlannerTexts } from "@/lib/i18n/messages/explainers/run-planner";
import { seriesColor, seriesDash } from "./series";

const WIDTH = 1000;
const LANE = 40;

/** A run as a line: what is warmup, where epochs end, where it saves and evaluates. */
export function RunTimeline({
  view,
  texts,
}: {
  view: Extract<RunPlannerView, { kind: "plan" }>;
  texts: Pick<RunPlannerTexts, "chart" | "lanes" | "dense" | "step">;
}) {
  const { plan, marks, saveCount, evaluationCount } = view;
  const total = plan.steps.totalSteps;
  const epochs = plan.steps.epochsRun ?? 0;
  const lanes = [
    { name: texts.lanes.epochs, at: marks.epochs, count: epochs },
    { name: texts.lanes.saves, at: marks.saves, count: saveCount },
    { name: texts.lanes.evaluations, at: marks.evaluations, count: evaluationCount },
  ];
  const label = fill(texts.chart, {
    total: formatCount(total),
    warmup: formatCount(plan.warmupSteps),
    epochs: formatCount(epochs),
    saves: formatCount(saveCount),
    evaluations: formatCount(evaluationCount),
  });
  const stroke = { fill: "none", vectorEffect: "non-scaling-stroke" } as const;
  return (
    <figure className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 text-xs text-muted">
      <div aria-hidden="true" className="grid" style={{ gridTemplateRows: `repeat(4, ${LANE}px)` }}>
        {[texts.lanes.warmup, ...lanes.map(({ name }) => name)].map((name) => (
          <span key={name} className="self-center">
            {name}
          </span>
        ))}
      </div>
      <div className="relative">
        <svg
          role="img"
          aria-label={label}
          viewBox={`0 0 ${WIDTH} ${4 * LANE}`}
          preserveAspectRatio="none"
          className="w-full"
          style={{ height: 4 * LANE }}
        >
          <rect y={12} width={WIDTH} height={16} className="fill-sunken" />
          <rect y={12} width={marks.warmup * WIDTH} height={16} fill={seriesColor(3)} />
          {lanes.map(({ name, at, count }, lane) => {
            const middle = (lane + 1.5) * LANE;
            return (
              <g key={name} stroke={seriesColor(lane)}>
                <path d={`M0 ${middle}H${WIDTH}`} className="stroke-line" {...stroke} />
                {at === null
                  ? count > 0 && (
                      <path d={`M0 ${middle}H${WIDTH}`} strokeWidth={12} strokeDasharray={seriesDash(2)} {...stroke} />
                    )
                  : at.map((share) => (
                      <path
                        key={share}
                        d={`M${share * WIDTH} ${middle - 10}V${middle + 10}`}
                        strokeWidth={2.5}
                        {...stroke}
                      />
                    ))}
              </g>
            );
          })}
        </svg>
        {lanes.map(
          ({ name, at, count }, lane) =>
            at === null &&
            count > 0 && (
              <span
                key={name}
                aria-hidden="true"
                className="absolute start-2 -translate-y-1/2 bg-paper px-1"
                style={{ top: (lane + 1.5) * LANE }}
              >
                {fill(texts.dense, { n: formatCount(count) })}
              </span>
            ),
        )}
        <div aria-hidden="true" className="flex justify-between tabular-nums">
          {[0, 0.5, 1].map((share) => (
            <span key={share}>{formatCount(Math.round(share * total))}</span>
          ))}
        </div>
        <p aria-hidden="true" className="text-end">
          {texts.step}
        </p>
      </div>
    </figure>
  );
}
