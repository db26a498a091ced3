import { defineRule } from "../rule";

export default defineRule<{ flag: string; value: string; choices: string }>({
  id: "flag-choice-invalid",
  severity: "error",
  phase: "read",
  commands: ["train", "infer", "export", "eval"],
  source: { package: "python", file: "argparse.py" },
  reads: [],
  message: {
    en: ({ flag, value, choices }) => `${flag} does not know ${value}; it is one of ${choices}.`,
    zh: ({ flag, value, choices }) => `${flag} 没有 ${value} 这个取值；可选 ${choices}。`,
  },
});
