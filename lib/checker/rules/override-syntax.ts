import { defineRule } from "../rule";

export default defineRule<{ word: string }>({
  id: "override-syntax",
  severity: "error",
  phase: "read",
  commands: ["train", "infer", "export", "eval"],
  source: { package: "pyyaml", file: "yaml/scanner.py" },
  reads: [],
  message: {
    en: ({ word }) => `The override ${word} cannot be read as YAML.`,
    zh: ({ word }) => `覆盖参数 ${word} 不是合法的 YAML。`,
  },
});
