import { defineRule } from "../rule";

export default defineRule({
  id: "yaml-unknown-tag",
  severity: "error",
  phase: "read",
  commands: ["train", "infer", "export", "eval"],
  source: { package: "pyyaml", file: "yaml/constructor.py" },
  reads: [],
  message: {
    en: () => "The tag is unknown: text that begins with ! must be in quotes.",
    zh: () => "不认识这个标签：以 ! 开头的文本必须加引号。",
  },
});
