import { defineRule } from "../rule";
import { tokensOf } from "../upstream/special-tokens";

export default defineRule({
  id: "special-tokens-config-wins",
  severity: "warning",
  phase: "model",
  commands: ["train", "infer", "eval", "export"],
  source: { release: "v0.9.5", file: "src/llamafactory/hparams/model_args.py", line: 235 },
  holds: { since: "v0.9.4", main: true },
  reads: ["new_special_tokens_config", "add_special_tokens"],
  upstreamMessage:
    "Both 'new_special_tokens_config' and 'add_special_tokens' are set. Using tokens from config: {extracted_tokens}",
  check(config) {
    const applies = config.isSet("new_special_tokens_config") && config.isSet("add_special_tokens");
    return applies
      ? [{ at: "add_special_tokens", data: {}, fix: [{ kind: "remove", key: "add_special_tokens" }] }]
      : [];
  },
  adjust(config) {
    const tokens = tokensOf(config);
    if (tokens) config.set("add_special_tokens", tokens);
  },
  message: {
    en: () => "add_special_tokens is ignored: the tokens come from new_special_tokens_config.",
    zh: () => "add_special_tokens 不起作用：new_special_tokens_config 已给出要添加的 token。",
  },
});
