import { defineRule } from "../rule";

export default defineRule<{ flag: string; value: string }>({
  id: "flag-takes-no-value",
  severity: "error",
  phase: "read",
  commands: ["train", "infer", "export", "eval"],
  source: { package: "python", file: "argparse.py" },
  reads: [],
  message: {
    en: ({ flag, value }) => `${flag} takes no value, and got ${value}.`,
    zh: ({ flag, value }) => `${flag} 不带值，这里却给了 ${value}。`,
  },
});
