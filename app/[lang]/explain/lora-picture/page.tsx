import { defineExplainerPage } from "@/app/_shared/explainer-page";
import { LoraPictureExplainer } from "@/components/explainers/lora-picture.client";
import { loraPictureMessages } from "@/lib/i18n/messages/explainers/lora-picture";

const page = defineExplainerPage("lora-picture", ({ language, shared }) => (
  <LoraPictureExplainer texts={loraPictureMessages[language]} shared={shared} />
));
export const generateMetadata = page.generateMetadata;
export default page.ExplainerPage;
