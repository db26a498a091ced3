import { defineRule } from "../rule";

export default defineRule({
  id: "hf-warmup-ratio-range",
  severity: "error",
  phase: "training",
  commands: ["train"],
  source: { package: "transformers", version: "4.57.6", file: "src/transformers/training_args.py", line: null },
  transformers: "4.57",
  reads: ["warmup_ratio"],
  upstreamMessage: "warmup_ratio must lie in range [0,1]",
  check(config) {
    const applies = config.isLess("warmup_ratio", 0) || config.isGreater("warmup_ratio", 1);
    return applies ? [{ at: "warmup_ratio", data: { value: config.text("warmup_ratio") } }] : [];
  },
  message: {
    en: ({ value }) =>
      `warmup_ratio is a share of the run and lies between 0 and 1; ${value} does not. For a number of steps use warmup_steps.`,
    zh: ({ value }) =>
      `warmup_ratio 表示占总步数的比例，必须在 0 到 1 之间，不能是 ${value}。要写步数请用 warmup_steps。`,
  },
});
