import { defineRule } from "../rule";

export default defineRule<{ flag: string; options: string }>({
  id: "flag-ambiguous",
  severity: "error",
  phase: "read",
  commands: ["train", "infer", "export", "eval"],
  source: { package: "python", file: "argparse.py" },
  reads: [],
  message: {
    en: ({ flag, options }) => `${flag} could stand for several parameters: ${options}. Write the name out.`,
    zh: ({ flag, options }) => `${flag} 可能指多个参数：${options}。请写全名。`,
  },
});
