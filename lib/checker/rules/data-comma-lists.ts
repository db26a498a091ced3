import { defineRule, silent } from "../rule";

export default defineRule({
  id: "data-comma-lists",
  severity: "note",
  phase: "data",
  commands: ["train", "infer", "eval", "export"],
  source: { release: "v0.9.5", file: "src/llamafactory/hparams/data_args.py", line: 153 },
  holds: { since: "v0.9.0", main: true },
  reads: ["dataset", "eval_dataset", "interleave_probs"],
  adjust(config) {
    config.splitCommas("dataset");
    config.splitCommas("eval_dataset");
  },
  message: silent,
});
