import { defineRule, silent } from "../rule";

export default defineRule({
  id: "hf-eval-strategy-turns-on-eval",
  severity: "note",
  phase: "training",
  commands: ["train"],
  source: { package: "transformers", version: "4.57.6", file: "src/transformers/training_args.py", line: 1650 },
  reads: ["eval_strategy", "do_eval"],
  adjust(config) {
    if (config.is("do_eval", false) && !config.is("eval_strategy", "no")) config.set("do_eval", true);
  },
  message: silent,
});
