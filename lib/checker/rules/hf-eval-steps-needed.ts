import { defineRule } from "../rule";

export default defineRule({
  id: "hf-eval-steps-needed",
  severity: "error",
  phase: "training",
  commands: ["train"],
  source: { package: "transformers", version: "4.57.6", file: "src/transformers/training_args.py", line: null },
  reads: ["eval_steps", "logging_steps", "eval_strategy"],
  upstreamMessage: "evaluation strategy {eval_strategy} requires either non-zero --eval_steps or --logging_steps",
  check(config) {
    const applies =
      config.is("eval_strategy", "steps") &&
      (!config.isSet("eval_steps") || config.is("eval_steps", 0)) &&
      !config.isGreater("logging_steps", 0);
    return applies ? [{ at: "eval_steps", data: {} }] : [];
  },
  message: {
    en: () => "eval_strategy: steps needs eval_steps, or a logging_steps above 0 to take its place.",
    zh: () => "eval_strategy: steps 需要 eval_steps，或用大于 0 的 logging_steps 代替。",
  },
});
