import { defineRule } from "../rule";

export default defineRule({
  id: "yaml-merge-conflict",
  severity: "error",
  phase: "read",
  commands: ["train", "infer", "export", "eval"],
  source: { package: "pyyaml", file: "yaml/scanner.py" },
  reads: [],
  message: {
    en: () => "This line is a mark of an unfinished git merge. Keep one of the two sides and delete the marks.",
    zh: () => "这一行是 git 合并冲突的标记。请保留其中一方，并删掉标记。",
  },
});
