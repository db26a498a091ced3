import { defineRule, silent } from "../rule";

export default defineRule({
  id: "lora-label-names",
  severity: "note",
  phase: "train-after",
  commands: ["train"],
  source: { release: "v0.9.5", file: "src/llamafactory/hparams/parser.py", line: 463 },
  holds: { since: "v0.9.3", main: true },
  reads: ["finetuning_type", "label_names"],
  adjust(config) {
    if (config.is("finetuning_type", "lora") && !config.isTrue("label_names")) config.set("label_names", ["labels"]);
  },
  message: silent,
});
