import { defineExplainerPage } from "@/app/_shared/explainer-page";
import { NumberFormatsExplainer } from "@/components/explainers/number-formats.client";
import { numberFormatsMessages } from "@/lib/i18n/messages/explainers/number-formats";

const page = defineExplainerPage("number-formats", ({ language, shared }) => (
  <NumberFormatsExplainer texts={numberFormatsMessages[language]} shared={shared} />
));
export const generateMetadata = page.generateMetadata;
export default page.ExplainerPage;
