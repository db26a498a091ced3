import { defineRule } from "../rule";

export default defineRule({
  id: "yaml-several-documents",
  severity: "error",
  phase: "read",
  commands: ["train", "infer", "export", "eval"],
  source: { package: "pyyaml", file: "yaml/composer.py" },
  reads: [],
  message: {
    en: () => "The file holds more than one YAML document (---); only one is allowed.",
    zh: () => "文件里有多个 YAML 文档（---）；只能有一个。",
  },
});
