import { defineRule } from "../rule";

export default defineRule<{ flag: string }>({
  id: "flag-needs-value",
  severity: "error",
  phase: "read",
  commands: ["train", "infer", "export", "eval"],
  source: { package: "python", file: "argparse.py" },
  reads: [],
  message: {
    en: ({ flag }) => `${flag} needs a value.`,
    zh: ({ flag }) => `${flag} 后面需要一个值。`,
  },
});
