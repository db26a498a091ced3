import { defineRule } from "../rule";

export default defineRule({
  id: "hf5-warmup-ratio-to-steps",
  severity: "warning",
  phase: "training",
  commands: ["train"],
  source: { package: "transformers", version: "5", file: "src/transformers/training_args.py", line: null },
  transformers: "5",
  reads: ["warmup_steps", "warmup_ratio"],
  upstreamMessage: "warmup_ratio is deprecated and will be removed in v5.2. Use `warmup_steps` instead.",
  check(config) {
    const applies = config.isWritten("warmup_ratio") && config.isSet("warmup_ratio");
    return applies
      ? [
          {
            at: "warmup_ratio",
            data: { value: config.text("warmup_ratio") },
            fix: [{ kind: "rename", key: "warmup_ratio", to: "warmup_steps" }],
          },
        ]
      : [];
  },
  adjust(config) {
    if (config.isSet("warmup_ratio")) config.set("warmup_steps", config.raw("warmup_ratio"));
  },
  message: {
    en: ({ value }) =>
      `With transformers 5 warmup_ratio is deprecated: its value replaces warmup_steps. Write warmup_steps: ${value}.`,
    zh: ({ value }) =>
      `transformers 5 中 warmup_ratio 已弃用：它的值会取代 warmup_steps。请写 warmup_steps: ${value}。`,
  },
});
