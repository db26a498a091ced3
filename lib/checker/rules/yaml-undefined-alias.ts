import { defineRule } from "../rule";

export default defineRule({
  id: "yaml-undefined-alias",
  severity: "error",
  phase: "read",
  commands: ["train", "infer", "export", "eval"],
  source: { package: "pyyaml", file: "yaml/composer.py" },
  reads: [],
  message: {
    en: () =>
      "The alias has no anchor: * refers to a value marked with & before it. If the asterisk is meant as text, quote it.",
    zh: () => "这个别名没有对应的锚点：* 引用的是前面用 & 标记的值。如果星号只是普通文本，请加引号。",
  },
});
