import { defineRule, silent } from "../rule";
import { needsText } from "../upstream/needs-text";

export default defineRule({
  id: "add-special-tokens-comma-list",
  severity: "note",
  phase: "model",
  commands: ["train", "infer", "eval", "export"],
  source: { release: "v0.9.5", file: "src/llamafactory/hparams/model_args.py", line: 258 },
  holds: { since: "v0.9.3", main: true },
  reads: ["add_special_tokens", "new_special_tokens_config"],
  check(config) {
    if (!config.isSet("new_special_tokens_config")) needsText(config, "add_special_tokens", "split");
    return [];
  },
  adjust(config) {
    if (!config.isSet("new_special_tokens_config")) config.splitCommas("add_special_tokens");
  },
  message: silent,
});
