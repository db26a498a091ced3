import { LoraMatrices } from "@/components/explainers/figures/lora-matrices";
import { LossCharts } from "@/components/explainers/figures/loss-charts";
import { LrChart } from "@/components/explainers/figures/lr-chart";
import { MicroBatches } from "@/components/explainers/figures/micro-batches";
import { SamplingStages } from "@/components/explainers/figures/sampling-stages";
import { TokenRows } from "@/components/explainers/figures/token-rows";
import { WeightRow } from "@/components/explainers/figures/weight-row";
import { gradients, viewGradients } from "@/lib/explainers/gradients";
import { loraPicture, viewLoraPicture } from "@/lib/explainers/lora-picture";
import { lossMask, viewLossMask } from "@/lib/explainers/loss-mask";
import { lrSchedules, viewLrSchedules } from "@/lib/explainers/lr-schedules";
import { preferenceLosses, viewPreferenceLosses } from "@/lib/explainers/preference-losses";
import { quantization, viewQuantization } from "@/lib/explainers/quantization";
import type { ExplainerId } from "@/lib/explainers/registry";
import { sampling, viewSampling } from "@/lib/explainers/sampling";
import type { Language } from "@/lib/i18n/languages";
import { gradientsMessages } from "@/lib/i18n/messages/explainers/gradients";
import { loraPictureMessages } from "@/lib/i18n/messages/explainers/lora-picture";
import { lossMaskMessages } from "@/lib/i18n/messages/explainers/loss-mask";
import { lrSchedulesMessages } from "@/lib/i18n/messages/explainers/lr-schedules";
import { preferenceLossesMessages } from "@/lib/i18n/messages/explainers/preference-losses";
import { quantizationMessages } from "@/lib/i18n/messages/explainers/quantization";
import { samplingMessages } from "@/lib/i18n/messages/explainers/sampling";

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
  "lora-picture": ({ language }) => (
    <LoraMatrices view={viewLoraPicture(loraPicture.defaults)} texts={loraPictureMessages[language]} />
  ),
  gradients: ({ language }) => (
    <MicroBatches
      state={gradients.defaults}
      view={viewGradients(gradients.defaults)}
      texts={gradientsMessages[language]}
    />
  ),
  "loss-mask": ({ language }) => (
    <TokenRows view={viewLossMask(lossMask[language].defaults)} texts={lossMaskMessages[language]} />
  ),
  quantization: ({ language }) => (
    <WeightRow
      view={viewQuantization(quantization.defaults)}
      outlierAt={quantization.defaults.at}
      texts={quantizationMessages[language]}
    />
  ),
  "preference-losses": ({ language }) => (
    <LossCharts
      view={viewPreferenceLosses(preferenceLosses.defaults)}
      texts={preferenceLossesMessages[language]}
      slopes={false}
    />
  ),
  sampling: ({ language }) => (
    <SamplingStages view={viewSampling(sampling.defaults)} texts={samplingMessages[language]} />
  ),
};

export function ExplainerFigure({ id, language }: { id: ExplainerId; language: Language }) {
  const Figure = figures[id];
  return <Figure language={language} />;
}
