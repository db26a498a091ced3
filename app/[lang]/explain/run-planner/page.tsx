import { defineExplainerPage } from "@/app/_shared/explainer-page";
import { RunPlannerExplainer } from "@/components/explainers/run-planner.client";
import { runPlannerMessages } from "@/lib/i18n/messages/explainers/run-planner";

const page = defineExplainerPage("run-planner", ({ language, shared }) => (
  <RunPlannerExplainer texts={runPlannerMessages[language]} shared={shared} />
));
export const generateMetadata = page.generateMetadata;
export default page.ExplainerPage;
