import { defineRule } from "../rule";

/** Raised by `check.ts` for the files that new_special_tokens_config names. */
export default defineRule({
  id: "tokens-file",
  severity: "note",
  phase: "read",
  commands: ["train", "infer", "export", "eval"],
  source: { release: "v0.9.5", file: "src/llamafactory/hparams/model_args.py", line: 217 },
  reads: [],
  message: {
    en: () =>
      "This looks like a file for new_special_tokens_config (tokens and their meaning), not a configuration; there is nothing to check.",
    zh: () => "这看起来是 new_special_tokens_config 用的文件（token 及其含义），不是配置，无需检查。",
  },
});
