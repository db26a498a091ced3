import { defineRule } from "../rule";

export default defineRule<{ flag: string }>({
  id: "flag-required",
  severity: "error",
  phase: "read",
  commands: ["train", "infer", "export", "eval"],
  source: { package: "python", file: "argparse.py" },
  reads: [],
  message: {
    en: ({ flag }) => `${flag} must be given.`,
    zh: ({ flag }) => `必须给出 ${flag}。`,
  },
});
