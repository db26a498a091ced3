import { defineExplainerPage } from "@/app/_shared/explainer-page";
import { GradientsExplainer } from "@/components/explainers/gradients.client";
import { gradientsMessages } from "@/lib/i18n/messages/explainers/gradients";

const page = defineExplainerPage("gradients", ({ language, shared }) => (
  <GradientsExplainer texts={gradientsMessages[language]} shared={shared} />
));
export const generateMetadata = page.generateMetadata;
export default page.ExplainerPage;
