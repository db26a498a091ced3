import { LrChart } from "@/components/explainers/figures/lr-chart";
import { lrSchedules, viewLrSchedules } from "@/lib/explainers/lr-schedules";
import type { ExplainerId } from "@/lib/explainers/registry";
import type { Language } from "@/lib/i18n/languages";
import { lrSchedulesMessages } from "@/lib/i18n/messages/explainers/lr-schedules";

type Figure = (props: { language: Language }) => React.ReactNode;

/** Each explainer's figure for its default state, without any code for the browser. */
const figures: Readonly<Record<ExplainerId, Figure>> = {
  "lr-schedules": ({ language }) => (
    <LrChart
      view={viewLrSchedules(lrSchedules.defaults)}
      totalSteps={lrSchedules.defaults.max_steps}
      texts={lrSchedulesMessages[language]}
      marked={false}
    />
  ),
};

export function ExplainerFigure({ id, language }: { id: ExplainerId; language: Language }) {
  const Figure = figures[id];
  return <Figure language={language} />;
}
