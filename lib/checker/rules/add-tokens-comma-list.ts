import { defineRule, silent } from "../rule";
import { needsText } from "../upstream/needs-text";

export default defineRule({
  id: "add-tokens-comma-list",
  severity: "note",
  phase: "model",
  commands: ["train", "infer", "eval", "export"],
  source: { release: "v0.9.5", file: "src/llamafactory/hparams/model_args.py", line: 214 },
  holds: { since: "v0.9.3", main: true },
  reads: ["add_tokens"],
  check(config) {
    needsText(config, "add_tokens", "split");
    return [];
  },
  adjust(config) {
    config.splitCommas("add_tokens");
  },
  message: silent,
});
