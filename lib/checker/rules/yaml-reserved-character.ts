import { defineRule } from "../rule";

export default defineRule<{ character: string }>({
  id: "yaml-reserved-character",
  severity: "error",
  phase: "read",
  commands: ["train", "infer", "export", "eval"],
  source: { package: "pyyaml", file: "yaml/scanner.py" },
  reads: [],
  message: {
    en: ({ character }) => `A value cannot begin with ${character} unless it is in quotes.`,
    zh: ({ character }) => `值不能以 ${character} 开头，除非加上引号。`,
  },
});
