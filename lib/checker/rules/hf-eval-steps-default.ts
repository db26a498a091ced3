import { defineRule, silent } from "../rule";

export default defineRule({
  id: "hf-eval-steps-default",
  severity: "note",
  phase: "training",
  commands: ["train"],
  source: { package: "transformers", version: "4.57.6", file: "src/transformers/training_args.py", line: 1662 },
  reads: ["eval_strategy", "eval_steps", "logging_steps"],
  adjust(config) {
    if (!config.is("eval_strategy", "steps") || (config.isSet("eval_steps") && !config.is("eval_steps", 0))) return;
    if (config.isGreater("logging_steps", 0)) config.set("eval_steps", config.raw("logging_steps"));
  },
  message: silent,
});
