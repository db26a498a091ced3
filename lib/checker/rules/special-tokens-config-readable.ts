import { defineRule } from "../rule";
import { tokensFile } from "../upstream/special-tokens";

export default defineRule({
  id: "special-tokens-config-readable",
  severity: "error",
  phase: "model",
  commands: ["train", "infer", "eval", "export"],
  source: { release: "v0.9.5", file: "src/llamafactory/hparams/model_args.py", line: 252 },
  holds: { since: "v0.9.4", main: true },
  reads: ["new_special_tokens_config"],
  upstreamMessage: "'Logger' object has no attribute 'error_rank0'",
  check(config) {
    const applies = tokensFile(config) === "absent" || tokensFile(config) === "broken";
    return applies
      ? [{ at: "new_special_tokens_config", data: { file: config.text("new_special_tokens_config") } }]
      : [];
  },
  message: {
    en: ({ file }) =>
      `The file ${file} cannot be read as YAML, and v0.9.5 stumbles over reporting that (its logger has no error_rank0).`,
    zh: ({ file }) =>
      `${file} 无法作为 YAML 读取；v0.9.5 在报告这个错误时自己还会出错（它的 logger 没有 error_rank0）。`,
  },
});
