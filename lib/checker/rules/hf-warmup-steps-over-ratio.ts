import type { Config } from "../config";
import { defineRule } from "../rule";

const warmsUpTwice = (config: Config) => {
  const [ratio, steps] = [config.value("warmup_ratio"), config.value("warmup_steps")];
  return typeof ratio === "number" && ratio > 0 && typeof steps === "number" && steps > 0;
};

export default defineRule({
  id: "hf-warmup-steps-over-ratio",
  severity: "warning",
  phase: "training",
  commands: ["train"],
  source: { package: "transformers", version: "4.57.6", file: "src/transformers/training_args.py", line: 1908 },
  transformers: "4.57",
  reads: ["warmup_steps", "warmup_ratio"],
  upstreamMessage:
    "Both warmup_ratio and warmup_steps given, warmup_steps will override any effect of warmup_ratio during training",
  check(config) {
    const applies = warmsUpTwice(config);
    return applies
      ? [
          {
            at: "warmup_ratio",
            data: { steps: config.text("warmup_steps") },
            fix: [{ kind: "remove", key: "warmup_ratio" }],
          },
        ]
      : [];
  },
  message: {
    en: ({ steps }) => `warmup_steps (${steps}) wins over warmup_ratio, which is ignored.`,
    zh: ({ steps }) => `warmup_steps（${steps}）优先，warmup_ratio 不起作用。`,
  },
});
