import { formatCount, formatRate } from "@/lib/explainers/format";
import type { LrSchedulesView } from "@/lib/explainers/lr-schedules";
import { niceTicks } from "@/lib/explainers/ticks";
import { fill } from "@/lib/i18n/fill";
import type { LrSchedulesTexts } from "@/lib/i18n/messages/explainers/lr-schedules";
import { LineChart } from "./line-chart";

/** Learning rate over steps, one line for each curve that upstream would start with. */
export function LrChart({
  view,
  totalSteps,
  texts,
  marked = true,
}: {
  view: LrSchedulesView;
  totalSteps: number;
  texts: Pick<LrSchedulesTexts, "chart" | "chartCurve" | "rateTitle" | "stepTitle">;
  /** Whether the step that is read off is drawn. */
  marked?: boolean;
}) {
  const drawn = view.curves.filter(({ refusal }) => refusal === null);
  const yTicks = niceTicks(view.highest);
  const words = drawn.map(({ label, rateAt }) =>
    fill(texts.chartCurve, { label, from: formatRate(rateAt(0)), to: formatRate(rateAt(totalSteps - 1)) }),
  );
  return (
    <LineChart
      label={fill(texts.chart, { curves: words.join(" ") })}
      series={drawn.map(({ index, label, points }) => ({ key: `${index}`, index, label, points }))}
      x={{
        min: 0,
        max: totalSteps,
        ticks: [0, 0.25, 0.5, 0.75, 1].map((share) => share * totalSteps),
        format: formatCount,
        title: texts.stepTitle,
      }}
      y={{ min: 0, max: yTicks.at(-1) ?? 1, ticks: yTicks, format: formatRate, title: texts.rateTitle }}
      {...(marked && {
        marker: { x: view.at, values: drawn.map(({ index, rateAt }) => ({ index, y: rateAt(view.at) })) },
      })}
    />
  );
}
