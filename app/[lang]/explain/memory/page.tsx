import { defineExplainerPage } from "@/app/_shared/explainer-page";
import { ResidualPlot } from "@/components/explainers/figures/residual-plot";
import { MemoryExplainer } from "@/components/explainers/memory.client";
import measured from "@/content/measured-memory.json";
import { memoryResiduals } from "@/lib/calculators/memory-residuals";
import { modelChoices } from "@/lib/explainers/models";
import { memoryMessages } from "@/lib/i18n/messages/explainers/memory";
import { modelMessages } from "@/lib/i18n/messages/explainers/model";

const page = defineExplainerPage("memory", ({ language, shared }) => (
  <div className="flex flex-col gap-10">
    <MemoryExplainer
      texts={memoryMessages[language]}
      modelTexts={modelMessages[language]}
      shared={shared}
      models={modelChoices()}
    />
    <ResidualPlot residuals={memoryResiduals(measured)} texts={memoryMessages[language].residuals} />
  </div>
));
export const generateMetadata = page.generateMetadata;
export default page.ExplainerPage;
