import { defineExplainerPage } from "@/app/_shared/explainer-page";
import { LossMaskExplainer } from "@/components/explainers/loss-mask.client";
import { lossMaskMessages } from "@/lib/i18n/messages/explainers/loss-mask";

const page = defineExplainerPage("loss-mask", ({ language, shared }) => (
  <LossMaskExplainer language={language} texts={lossMaskMessages[language]} shared={shared} />
));
export const generateMetadata = page.generateMetadata;
export default page.ExplainerPage;
