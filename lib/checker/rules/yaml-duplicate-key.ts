import { defineRule } from "../rule";

export default defineRule<{ key: string }>({
  id: "yaml-duplicate-key",
  severity: "error",
  phase: "read",
  commands: ["train", "infer", "export", "eval"],
  source: { package: "omegaconf", file: "omegaconf/_utils.py" },
  reads: [],
  message: {
    en: ({ key }) => `The key ${key} is written twice. OmegaConf refuses that, at any depth.`,
    zh: ({ key }) => `键 ${key} 写了两次。OmegaConf 不允许重复，嵌套里也不行。`,
  },
});
