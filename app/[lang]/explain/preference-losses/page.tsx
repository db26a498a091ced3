import { defineExplainerPage } from "@/app/_shared/explainer-page";
import { PreferenceLossesExplainer } from "@/components/explainers/preference-losses.client";
import { preferenceLossesMessages } from "@/lib/i18n/messages/explainers/preference-losses";

const page = defineExplainerPage("preference-losses", ({ language, shared }) => (
  <PreferenceLossesExplainer texts={preferenceLossesMessages[language]} shared={shared} />
));
export const generateMetadata = page.generateMetadata;
export default page.ExplainerPage;
