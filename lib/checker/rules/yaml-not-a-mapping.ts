import { defineRule } from "../rule";

export default defineRule<{ type: string }>({
  id: "yaml-not-a-mapping",
  severity: "error",
  phase: "read",
  commands: ["train", "infer", "export", "eval"],
  source: { package: "omegaconf", file: "omegaconf/omegaconf.py" },
  reads: [],
  message: {
    en: ({ type }) => `The file must hold keys with values, and it holds a ${type}.`,
    zh: ({ type }) => `文件内容必须是键和值，而这里是 ${type}。`,
  },
});
