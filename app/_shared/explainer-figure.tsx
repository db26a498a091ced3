import { pictureFigures } from "@/app/_shared/picture-figures";
import { FormatRanges } from "@/components/explainers/figures/format-ranges";
import { LoraBars } from "@/components/explainers/figures/lora-bars";
import { LrChart } from "@/components/explainers/figures/lr-chart";
import { MemoryBars } from "@/components/explainers/figures/memory-bars";
import { RunTimeline } from "@/components/explainers/figures/run-timeline";
import { lora, viewLora } from "@/lib/explainers/lora";
import { lrSchedules, viewLrSchedules } from "@/lib/explainers/lr-schedules";
import { memory, viewMemory } from "@/lib/explainers/memory";
import { modelChoices } from "@/lib/explainers/models";
import { numberFormats, viewNumberFormats } from "@/lib/explainers/number-formats";
import type { ExplainerId } from "@/lib/explainers/registry";
import { runPlanner, viewRunPlanner } from "@/lib/explainers/run-planner";
import type { Language } from "@/lib/i18n/languages";
import { loraMessages } from "@/lib/i18n/messages/explainers/lora";
import { lrSchedulesMessages } from "@/lib/i18n/messages/explainers/lr-schedules";
import { memoryMessages } from "@/lib/i18n/messages/explainers/memory";
import { numberFormatsMessages } from "@/lib/i18n/messages/explainers/number-formats";
import { runPlannerMessages } from "@/lib/i18n/messages/explainers/run-planner";

type Figure = (props: { language: Language }) => React.ReactNode;

/** Each explainer's figure for its default state, without any code for the browser. */
const figures: Readonly<Record<ExplainerId, Figure>> = {
  ...pictureFigures,
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
  lora: ({ language }) => {
    const { result } = viewLora(lora.defaults, modelChoices());
    return result && <LoraBars result={result} texts={loraMessages[language]} />;
  },
  memory: ({ language }) => (
    <MemoryBars
      view={viewMemory(memory.defaults, modelChoices())}
      cardGiB={memory.defaults.card}
      texts={memoryMessages[language]}
    />
  ),
  "number-formats": ({ language }) => (
    <FormatRanges view={viewNumberFormats(numberFormats.defaults)} texts={numberFormatsMessages[language]} />
  ),
};

export function ExplainerFigure({ id, language }: { id: ExplainerId; language: Language }) {
  const Figure = figures[id];
  return <Figure language={language} />;
}
