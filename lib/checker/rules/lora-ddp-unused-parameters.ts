import { defineRule, silent } from "../rule";

export default defineRule({
  id: "lora-ddp-unused-parameters",
  severity: "note",
  phase: "train-after",
  commands: ["train"],
  source: { release: "v0.9.5", file: "src/llamafactory/hparams/parser.py", line: 474 },
  holds: { since: "v0.9.0", main: true },
  reads: ["ddp_find_unused_parameters", "finetuning_type"],
  adjust(config) {
    if (
      config.isLikelyDistributed &&
      !config.isSet("ddp_find_unused_parameters") &&
      config.is("finetuning_type", "lora")
    )
      config.set("ddp_find_unused_parameters", false);
  },
  message: silent,
});
