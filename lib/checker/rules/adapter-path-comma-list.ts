import { defineRule, silent } from "../rule";
import { needsText } from "../upstream/needs-text";

export default defineRule({
  id: "adapter-path-comma-list",
  severity: "note",
  phase: "model",
  commands: ["train", "infer", "eval", "export"],
  source: { release: "v0.9.5", file: "src/llamafactory/hparams/model_args.py", line: 211 },
  holds: { since: "v0.9.0", main: true },
  reads: ["adapter_name_or_path"],
  check(config) {
    needsText(config, "adapter_name_or_path", "split");
    return [];
  },
  adjust(config) {
    config.splitCommas("adapter_name_or_path");
  },
  message: silent,
});
