import { LoraMatrices } from "@/components/explainers/figures/lora-matrices";
import { LossCharts } from "@/components/explainers/figures/loss-charts";
import { MicroBatches } from "@/components/explainers/figures/micro-batches";
import { SamplingStages } from "@/components/explainers/figures/sampling-stages";
import { TokenRows } from "@/components/explainers/figures/token-rows";
import { WeightRow } from "@/components/explainers/figures/weight-row";
import { gradients, viewGradients } from "@/lib/explainers/gradients";
import { loraPicture, viewLoraPicture } from "@/lib/explainers/lora-picture";
import { lossMask, viewLossMask } from "@/lib/explainers/loss-mask";
import { preferenceLosses, viewPreferenceLosses } from "@/lib/explainers/preference-losses";
import { quantization, viewQuantization } from "@/lib/explainers/quantization";
import { sampling, viewSampling } from "@/lib/explainers/sampling";
import type { Language } from "@/lib/i18n/languages";
import { gradientsMessages } from "@/lib/i18n/messages/explainers/gradients";
import { loraPictureMessages } from "@/lib/i18n/messages/explainers/lora-picture";
import { lossMaskMessages } from "@/lib/i18n/messages/explainers/loss-mask";
import { preferenceLossesMessages } from "@/lib/i18n/messages/explainers/preference-losses";
import { quantizationMessages } from "@/lib/i18n/messages/explainers/quantization";
import { samplingMessages } from "@/lib/i18n/messages/explainers/sampling";

/** Default figures of the explainers that draw one thing and need no model or run: a part of explainer-figure.tsx. */
export const pictureFigures = {
  "lora-picture": ({ language }: { language: Language }) => (
    <LoraMatrices view={viewLoraPicture(loraPicture.defaults)} texts={loraPictureMessages[language]} />
  ),
  gradients: ({ language }: { language: Language }) => (
    <MicroBatches
      state={gradients.defaults}
      view={viewGradients(gradients.defaults)}
      texts={gradientsMessages[language]}
    />
  ),
  "loss-mask": ({ language }: { language: Language }) => (
    <TokenRows view={viewLossMask(lossMask[language].defaults)} texts={lossMaskMessages[language]} />
  ),
  quantization: ({ language }: { language: Language }) => (
    <WeightRow
      view={viewQuantization(quantization.defaults)}
      outlierAt={quantization.defaults.at}
      texts={quantizationMessages[language]}
    />
  ),
  "preference-losses": ({ language }: { language: Language }) => (
    <LossCharts
      view={viewPreferenceLosses(preferenceLosses.defaults)}
      texts={preferenceLossesMessages[language]}
      slopes={false}
    />
  ),
  sampling: ({ language }: { language: Language }) => (
    <SamplingStages view={viewSampling(sampling.defaults)} texts={samplingMessages[language]} />
  ),
} as const;
