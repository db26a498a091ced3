import { formatSignificant } from "@/lib/explainers/format";
import type { LossCurve, PreferenceLossesView } from "@/lib/explainers/preference-losses";
import { fill } from "@/lib/i18n/fill";
import type { PreferenceLossesTexts } from "@/lib/i18n/messages/explainers/preference-losses";
import { LineChart } from "./line-chart";

const number = (value: number) => formatSignificant(value, 3).replace("-", "−");

/** Loss over the margin, and the slope of it below, on the same axis. */
export function LossCharts({
  view,
  texts,
  slopes = true,
}: {
  view: PreferenceLossesView;
  texts: PreferenceLossesTexts;
  slopes?: boolean;
}) {
  const { curves, at, xTicks } = view;
  const x = { min: xTicks[0] ?? -1, max: xTicks.at(-1) ?? 1, ticks: xTicks, format: number, title: texts.marginTitle };
  const chart = (
    template: string,
    title: string,
    ticks: readonly number[],
    pointsOf: (curve: LossCurve) => LossCurve["lossPoints"],
    valueAt: (curve: LossCurve) => number,
    legend: boolean,
  ) => {
    const [low, high] = [ticks[0] ?? 0, ticks.at(-1) ?? 1];
    return (
      <LineChart
        label={fill(template, { curves: curves.map((curve) => inWords(curve.loss, pointsOf(curve), texts)).join(" ") })}
        series={curves.map((curve) => ({
          key: curve.loss,
          label: curve.loss,
          index: curve.index,
          points: pointsOf(curve),
        }))}
        x={x}
        y={{ min: low, max: high, ticks, format: number, title }}
        marker={{
          x: at,
          values: curves
            .map((curve) => ({ index: curve.index, y: valueAt(curve) }))
            .filter(({ y }) => y >= low && y <= high),
        }}
        legend={legend}
      />
    );
  };
  return (
    <>
      {chart(
        texts.lossChart,
        texts.lossTitle,
        view.lossTicks,
        (curve) => curve.lossPoints,
        (curve) => curve.lossAt(at),
        true,
      )}
      {slopes &&
        chart(
          texts.slopeChart,
          texts.slopeTitle,
          view.slopeTicks,
          (curve) => curve.slopePoints,
          (curve) => curve.slopeAt(at),
          false,
        )}
    </>
  );
}

function inWords(label: string, points: LossCurve["lossPoints"], texts: PreferenceLossesTexts): string {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return "";
  return fill(texts.curve, {
    label,
    from: number(first[0]),
    low: number(first[1]),
    to: number(last[0]),
    high: number(last[1]),
  });
}
