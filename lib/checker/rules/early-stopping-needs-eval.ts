import { defineRule } from "../rule";

export default defineRule<{ missing: string }>({
  id: "early-stopping-needs-eval",
  severity: "warning",
  phase: "later",
  commands: ["train"],
  source: { package: "transformers", version: "4.57.6", file: "src/transformers/trainer_callback.py", line: null },
  reads: ["early_stopping_steps", "eval_strategy", "metric_for_best_model"],
  check(config) {
    if (!config.isSet("early_stopping_steps")) return [];
    // load_best_model_at_end has filled the metric in by now.
    const missing = config.is("eval_strategy", "no")
      ? "eval_strategy"
      : config.isSet("metric_for_best_model")
        ? null
        : "metric_for_best_model";
    return missing === null ? [] : [{ at: "early_stopping_steps", data: { missing } }];
  },
  message: {
    en: ({ missing }) =>
      `Stopping early needs ${missing}: without it there is nothing to compare, and training stops at its first step.`,
    zh: ({ missing }) => `提前停止需要设置 ${missing}：否则没有可比较的指标，训练一开始就会报错停止。`,
  },
});
