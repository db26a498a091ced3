import { defineRule, silent } from "../rule";

export default defineRule({
  id: "hf-seen-tokens",
  severity: "error",
  phase: "training",
  commands: ["train"],
  source: { package: "transformers", version: "4.57.6", file: "src/transformers/training_args.py", line: null },
  reads: ["include_num_input_tokens_seen"],
  adjust(config) {
    if (config.typeOf("include_num_input_tokens_seen") !== "bool" || !config.isWritten("include_num_input_tokens_seen"))
      return;
    config.set("include_num_input_tokens_seen", config.isTrue("include_num_input_tokens_seen") ? "all" : "no");
  },
  message: silent,
});
