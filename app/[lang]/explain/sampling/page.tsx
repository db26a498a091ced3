import { defineExplainerPage } from "@/app/_shared/explainer-page";
import { SamplingExplainer } from "@/components/explainers/sampling.client";
import { samplingMessages } from "@/lib/i18n/messages/explainers/sampling";

const page = defineExplainerPage("sampling", ({ language, shared }) => (
  <SamplingExplainer texts={samplingMessages[language]} shared={shared} />
));
export const generateMetadata = page.generateMetadata;
export default page.ExplainerPage;
