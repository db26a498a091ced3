import { defineRule, silent } from "../rule";
import { needsPath } from "../upstream/needs-text";

const PATHS = ["output_dir", "logging_dir"];

export default defineRule({
  id: "hf-path-text",
  severity: "error",
  phase: "training",
  commands: ["train"],
  source: { package: "transformers", version: "4.57.6", file: "src/transformers/training_args.py", line: null },
  reads: ["output_dir", "logging_dir"],
  check(config) {
    for (const name of PATHS) needsPath(config, name);
    return [];
  },
  adjust(config) {
    if (!config.isSet("output_dir")) config.set("output_dir", "trainer_output");
  },
  message: silent,
});
