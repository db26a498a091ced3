import { defineRule } from "../rule";

export default defineRule({
  id: "yaml-too-deep",
  severity: "error",
  phase: "read",
  commands: ["train", "infer", "export", "eval"],
  source: { package: "omegaconf", file: "omegaconf/_utils.py" },
  reads: [],
  message: {
    en: () => "The values are nested too deeply for Python to walk through.",
    zh: () => "嵌套太深，Python 无法遍历。",
  },
});
