import { defineRule } from "../rule";

export default defineRule<{ flag: string; type: string; value: string }>({
  id: "flag-value-invalid",
  severity: "error",
  phase: "read",
  commands: ["train", "infer", "export", "eval"],
  source: { package: "python", file: "argparse.py" },
  reads: [],
  message: {
    en: ({ flag, type, value }) => `${flag} wants a value of the type ${type}, and ${value} is none.`,
    zh: ({ flag, type, value }) => `${flag} 需要 ${type} 类型的值，${value} 不是。`,
  },
});
