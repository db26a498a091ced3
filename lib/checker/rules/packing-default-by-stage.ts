import { defineRule, silent } from "../rule";

export default defineRule({
  id: "packing-default-by-stage",
  severity: "note",
  phase: "train-after",
  commands: ["train"],
  source: { release: "v0.9.5", file: "src/llamafactory/hparams/parser.py", line: 520 },
  holds: { since: "v0.9.0", main: true },
  reads: ["packing", "stage"],
  adjust(config) {
    if (!config.isSet("packing")) config.set("packing", config.is("stage", "pt"));
  },
  message: silent,
});
