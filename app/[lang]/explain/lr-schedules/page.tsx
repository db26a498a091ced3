import { defineExplainerPage } from "@/app/_shared/explainer-page";
import { LrSchedulesExplainer } from "@/components/explainers/lr-schedules.client";
import { lrSchedulesMessages } from "@/lib/i18n/messages/explainers/lr-schedules";

const page = defineExplainerPage("lr-schedules", ({ language, shared }) => (
  <LrSchedulesExplainer texts={lrSchedulesMessages[language]} shared={shared} />
));
export const generateMetadata = page.generateMetadata;
export default page.ExplainerPage;
