import { defineRule } from "../rule";

export default defineRule({
  id: "yaml-tab",
  severity: "error",
  phase: "read",
  commands: ["train", "infer", "export", "eval"],
  source: { package: "pyyaml", file: "yaml/scanner.py" },
  reads: [],
  message: {
    en: () => "A tab cannot indent or separate in YAML: use spaces.",
    zh: () => "YAML 不能用制表符缩进或分隔：请改用空格。",
  },
});
