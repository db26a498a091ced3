import { defineRule, silent } from "../rule";
import { trackersInUse } from "../upstream/trackers";

export default defineRule({
  id: "hf-report-to-default",
  severity: "note",
  phase: "training",
  commands: ["train"],
  source: { package: "transformers", version: "4.57.6", file: "src/transformers/training_args.py", line: 1886 },
  reads: ["report_to"],
  adjust(config) {
    config.set("report_to", trackersInUse(config));
  },
  message: silent,
});
