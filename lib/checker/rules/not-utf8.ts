import { defineRule } from "../rule";

export default defineRule({
  id: "not-utf8",
  severity: "error",
  phase: "read",
  commands: ["train", "infer", "export", "eval"],
  source: { package: "python", file: "codecs.py" },
  reads: [],
  message: {
    en: () => "The file is not UTF-8 text.",
    zh: () => "文件不是 UTF-8 编码的文本。",
  },
});
