import { defineRule, silent } from "../rule";
import { jsonText } from "../upstream/json-text";

export default defineRule({
  id: "sglang-config-json",
  severity: "note",
  phase: "model",
  commands: ["train", "infer", "eval", "export"],
  source: { release: "v0.9.5", file: "src/llamafactory/hparams/model_args.py", line: 459 },
  holds: { since: "v0.9.3", main: true },
  reads: ["sglang_config"],
  check(config) {
    jsonText(config, "sglang_config");
    return [];
  },
  adjust(config) {
    const parsed = jsonText(config, "sglang_config");
    if (parsed !== undefined) config.set("sglang_config", parsed);
  },
  message: silent,
});
