import { defineRule } from "../rule";
import { tokensFile } from "../upstream/special-tokens";

export default defineRule({
  id: "special-tokens-config-mapping",
  severity: "error",
  phase: "model",
  commands: ["train", "infer", "eval", "export"],
  source: { release: "v0.9.5", file: "src/llamafactory/hparams/model_args.py", line: 225 },
  holds: { since: "v0.9.4", main: true },
  reads: ["new_special_tokens_config"],
  upstreamMessage: "'Logger' object has no attribute 'error_rank0'",
  check(config) {
    const applies = tokensFile(config) === "no-mapping";
    return applies
      ? [{ at: "new_special_tokens_config", data: { file: config.text("new_special_tokens_config") } }]
      : [];
  },
  message: {
    en: ({ file }) => `The file ${file} must be a mapping: token on the left, what it means on the right.`,
    zh: ({ file }) => `${file} 必须是一个映射：左边是 token，右边是它的含义。`,
  },
});
