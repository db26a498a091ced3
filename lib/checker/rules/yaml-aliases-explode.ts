import { defineRule } from "../rule";

export default defineRule({
  id: "yaml-aliases-explode",
  severity: "error",
  phase: "read",
  commands: ["train", "infer", "export", "eval"],
  source: { package: "omegaconf", file: "omegaconf/_utils.py" },
  reads: [],
  message: {
    en: () => "The aliases stand for each other so often that the file grows beyond any memory.",
    zh: () => "别名层层引用，展开后会大到内存放不下。",
  },
});
