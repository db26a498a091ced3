import { defineRule } from "../rule";

export default defineRule<{ value: string }>({
  id: "yaml-interpolation",
  severity: "error",
  phase: "read",
  commands: ["train", "infer", "export", "eval"],
  source: { package: "omegaconf", file: "omegaconf/grammar_parser.py" },
  reads: [],
  message: {
    en: ({ value }) =>
      `$ followed by { begins an OmegaConf interpolation, and the one in «${value}» is not complete. Escape it as \\$ or leave it out.`,
    zh: ({ value }) => `$ 后面跟 { 是 OmegaConf 的插值写法，而「${value}」中的插值不完整。请写成 \\$ 或去掉。`,
  },
});
