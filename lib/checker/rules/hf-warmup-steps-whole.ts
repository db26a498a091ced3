import { defineRule } from "../rule";

export default defineRule({
  id: "hf-warmup-steps-whole",
  severity: "error",
  phase: "training",
  commands: ["train"],
  source: { package: "transformers", version: "4.57.6", file: "src/transformers/training_args.py", line: null },
  transformers: "4.57",
  reads: ["warmup_steps"],
  upstreamMessage: "warmup_steps must be of type int and must be 0 or a positive integer.",
  check(config) {
    const applies = !["int", "bool"].includes(config.typeOf("warmup_steps")) || config.isLess("warmup_steps", 0);
    return applies ? [{ at: "warmup_steps", data: { value: config.text("warmup_steps") } }] : [];
  },
  message: {
    en: ({ value }) =>
      `warmup_steps must be a whole number, 0 or more, not ${value}. For a share of the run use warmup_ratio (with transformers 5, warmup_steps takes a fraction).`,
    zh: ({ value }) =>
      `warmup_steps 必须是 0 或正整数，不能是 ${value}。要写比例请用 warmup_ratio（transformers 5 中 warmup_steps 也接受小数）。`,
  },
});
