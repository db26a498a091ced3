import { defineRule } from "../rule";

export default defineRule({
  id: "hf-plateau-needs-eval",
  severity: "error",
  phase: "training",
  commands: ["train"],
  source: { package: "transformers", version: "4.57.6", file: "src/transformers/training_args.py", line: 1774 },
  reads: ["lr_scheduler_type", "eval_strategy"],
  upstreamMessage: "lr_scheduler_type reduce_lr_on_plateau requires an eval strategy",
  check(config) {
    const applies = config.is("lr_scheduler_type", "reduce_lr_on_plateau") && config.is("eval_strategy", "no");
    return applies
      ? [{ at: "lr_scheduler_type", data: {}, fix: [{ kind: "set", key: "eval_strategy", value: "steps" }] }]
      : [];
  },
  message: {
    en: () => "reduce_lr_on_plateau watches the evaluation, so eval_strategy must not be no.",
    zh: () => "reduce_lr_on_plateau 要根据评估结果调整，eval_strategy 不能是 no。",
  },
});
