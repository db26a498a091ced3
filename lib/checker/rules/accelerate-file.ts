import { defineRule } from "../rule";

/** Raised by `check.ts` for files that are no training configuration at all. */
export default defineRule({
  id: "accelerate-file",
  severity: "note",
  phase: "read",
  commands: ["train", "infer", "export", "eval"],
  source: { package: "accelerate", file: "src/accelerate/commands/config/config_args.py" },
  reads: [],
  message: {
    en: () =>
      "This is a file for accelerate launch --config_file, not a LLaMA-Factory configuration; there is nothing to check.",
    zh: () => "这是 accelerate launch --config_file 用的文件，不是 LLaMA-Factory 的配置，无需检查。",
  },
});
