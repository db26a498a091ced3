import { defineRule } from "../rule";

export default defineRule({
  id: "eval-command-disabled",
  severity: "warning",
  phase: "later",
  commands: ["eval"],
  source: { release: "v0.9.5", file: "src/llamafactory/launcher.py", line: 147 },
  holds: { since: "v0.9.4", main: true },
  reads: ["task", "task_dir", "batch_size", "lang", "n_shot", "save_dir", "download_mode"],
  upstreamMessage: "Evaluation will be deprecated in the future.",
  check() {
    return [{ at: null, data: {} }];
  },
  message: {
    en: () =>
      "llamafactory-cli eval was withdrawn: at v0.9.5 it only raises an error. Evaluate with the stage sft and predict_with_generate, or with another tool.",
    zh: () =>
      "llamafactory-cli eval 已被撤下：v0.9.5 中运行它只会报错。请用 sft 阶段加 predict_with_generate 评估，或使用其他工具。",
  },
});
