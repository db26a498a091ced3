import { defineRule } from "../rule";

export default defineRule<{ file: string }>({
  id: "config-file-missing",
  severity: "error",
  phase: "read",
  commands: ["train", "infer", "export", "eval"],
  source: { release: "v0.9.5", file: "src/llamafactory/hparams/parser.py", line: 74 },
  reads: [],
  message: {
    en: ({ file }) => `The file ${file} does not exist.`,
    zh: ({ file }) => `文件 ${file} 不存在。`,
  },
});
