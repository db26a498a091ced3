import { defineRule, silent } from "../rule";
import { jsonText } from "../upstream/json-text";

export default defineRule({
  id: "vllm-config-json",
  severity: "note",
  phase: "model",
  commands: ["train", "infer", "eval", "export"],
  source: { release: "v0.9.5", file: "src/llamafactory/hparams/model_args.py", line: 427 },
  holds: { since: "v0.9.1", main: true },
  reads: ["vllm_config"],
  check(config) {
    jsonText(config, "vllm_config");
    return [];
  },
  adjust(config) {
    const parsed = jsonText(config, "vllm_config");
    if (parsed !== undefined) config.set("vllm_config", parsed);
  },
  message: silent,
});
