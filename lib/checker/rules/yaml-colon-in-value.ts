import { defineRule } from "../rule";

export default defineRule<{ line: string }>({
  id: "yaml-colon-in-value",
  severity: "error",
  phase: "read",
  commands: ["train", "infer", "export", "eval"],
  source: { package: "pyyaml", file: "yaml/scanner.py" },
  reads: [],
  message: {
    en: ({ line }) => `There is a second colon followed by a space in «${line}». Put the value in quotes.`,
    zh: ({ line }) => `「${line}」里出现了第二个“冒号加空格”。请给值加上引号。`,
  },
});
