import { defineRule } from "../rule";
import { stepsMismatch } from "../upstream/step-rhythm";

export default defineRule({
  id: "hf-load-best-steps-multiple",
  severity: "error",
  phase: "training",
  commands: ["train"],
  source: { package: "transformers", version: "4.57.6", file: "src/transformers/training_args.py", line: 1710 },
  reads: ["load_best_model_at_end", "eval_steps", "save_steps", "save_strategy", "eval_strategy"],
  upstreamMessage:
    "--load_best_model_at_end requires the saving steps to be a round multiple of the evaluation steps, but found {save_steps}, which is not a round multiple of {eval_steps}.",
  check(config) {
    const applies = stepsMismatch(config) === "multiple";
    return applies
      ? [
          {
            at: "save_steps",
            data: { save: config.text("save_steps"), evaluation: config.text("eval_steps") },
            fix: [{ kind: "set", key: "save_steps", value: config.value("eval_steps") as number }],
          },
        ]
      : [];
  },
  message: {
    en: ({ save, evaluation }) =>
      `save_steps (${save}) must be a multiple of eval_steps (${evaluation}), so that every checkpoint has been evaluated.`,
    zh: ({ save, evaluation }) =>
      `save_steps（${save}）必须是 eval_steps（${evaluation}）的整数倍，这样每个检查点才都有评估结果。`,
  },
});
