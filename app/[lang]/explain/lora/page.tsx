import { defineExplainerPage } from "@/app/_shared/explainer-page";
import { LoraExplainer } from "@/components/explainers/lora.client";
import { modelChoices } from "@/lib/explainers/models";
import { loraMessages } from "@/lib/i18n/messages/explainers/lora";
import { modelMessages } from "@/lib/i18n/messages/explainers/model";

const page = defineExplainerPage("lora", ({ language, shared }) => (
  <LoraExplainer
    texts={loraMessages[language]}
    modelTexts={modelMessages[language]}
    shared={shared}
    models={modelChoices()}
  />
));
export const generateMetadata = page.generateMetadata;
export default page.ExplainerPage;
