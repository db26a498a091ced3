import { defineRule } from "../rule";

export default defineRule({
  id: "yaml-key-type",
  severity: "error",
  phase: "read",
  commands: ["train", "infer", "export", "eval"],
  source: { package: "omegaconf", file: "omegaconf/_utils.py" },
  reads: [],
  message: {
    en: () => "A key is empty; every value needs a name.",
    zh: () => "有一个键是空的；每个值都要有名字。",
  },
});
