import { defineRule } from "../rule";

export default defineRule({
  id: "yaml-syntax",
  severity: "error",
  phase: "read",
  commands: ["train", "infer", "export", "eval"],
  source: { package: "pyyaml", file: "yaml/scanner.py" },
  reads: [],
  message: {
    en: () => "This is not valid YAML: see upstream's message.",
    zh: () => "这不是合法的 YAML：见上游的报错。",
  },
});
