import { defineRule } from "../rule";

export default defineRule<{ problem: string }>({
  id: "yaml-unprintable",
  severity: "error",
  phase: "read",
  commands: ["train", "infer", "export", "eval"],
  source: { package: "pyyaml", file: "yaml/reader.py" },
  reads: [],
  message: {
    en: ({ problem }) =>
      `The text holds a control character that YAML refuses (${problem}); perhaps this is not a text file.`,
    zh: ({ problem }) => `文本里有 YAML 不接受的控制字符（${problem}）；也许这不是文本文件。`,
  },
});
