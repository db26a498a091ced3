import { defineExplainerPage } from "@/app/_shared/explainer-page";
import { QuantizationExplainer } from "@/components/explainers/quantization.client";
import { quantizationMessages } from "@/lib/i18n/messages/explainers/quantization";

const page = defineExplainerPage("quantization", ({ language, shared }) => (
  <QuantizationExplainer texts={quantizationMessages[language]} shared={shared} />
));
export const generateMetadata = page.generateMetadata;
export default page.ExplainerPage;
