import { defineRule } from "../rule";

export default defineRule({
  id: "hf5-warmup-steps-negative",
  severity: "error",
  phase: "training",
  commands: ["train"],
  source: { package: "transformers", version: "5", file: "src/transformers/training_args.py", line: null },
  transformers: "5",
  reads: ["warmup_steps", "warmup_ratio"],
  upstreamMessage: "warmup_steps must be an integer or a float",
  check(config) {
    const applies = config.isLess("warmup_steps", 0);
    return applies ? [{ at: "warmup_steps", data: {} }] : [];
  },
  message: {
    en: () => "warmup_steps must not be negative.",
    zh: () => "warmup_steps 不能为负数。",
  },
});
