import { defineRule } from "../rule";

export default defineRule<{ type: string }>({
  id: "yaml-unsupported-value",
  severity: "error",
  phase: "read",
  commands: ["train", "infer", "export", "eval"],
  source: { package: "omegaconf", file: "omegaconf/_utils.py" },
  reads: [],
  message: {
    en: ({ type }) => `A value of the type ${type} is not supported.`,
    zh: ({ type }) => `不支持 ${type} 类型的值。`,
  },
});
