import { LrChart } from "@/components/explainers/figures/lr-chart";
import { RunTimeline } from "@/components/explainers/figures/run-timeline";
import { lrSchedules, viewLrSchedules } from "@/lib/explainers/lr-schedules";
import type { ExplainerId } from "@/lib/explainers/registry";
import { runPlanner, viewRunPlanner } from "@/lib/explainers/run-planner";
import type { Language } from "@/lib/i18n/languages";
import { lrSchedulesMessages } from "@/lib/i18n/messages/explainers/lr-schedules";
import { runPlannerMessages } from "@/lib/i18n/messages/explainers/run-planner";

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
  "run-planner": ({ language }) => {
    const view = viewRunPlanner(runPlanner.defaults);
    return view.kind === "plan" && <RunTimeline view={view} texts={runPlannerMessages[language]} />;
  },
};

export function ExplainerFigure({ id, language }: { id: ExplainerId; language: Language }) {
  const Figure = figures[id];
  return <Figure language={language} />;
}
