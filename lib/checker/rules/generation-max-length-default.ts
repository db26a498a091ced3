import { defineRule, silent } from "../rule";

export default defineRule({
  id: "generation-max-length-default",
  severity: "note",
  phase: "train-after",
  commands: ["train"],
  source: { release: "v0.9.5", file: "src/llamafactory/hparams/parser.py", line: 457 },
  holds: { since: "v0.9.3", main: true },
  reads: ["generation_max_length", "cutoff_len"],
  adjust(config) {
    if (!config.isTrue("generation_max_length")) config.set("generation_max_length", config.raw("cutoff_len"));
  },
  message: silent,
});
