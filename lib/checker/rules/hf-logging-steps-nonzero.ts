import { defineRule } from "../rule";

export default defineRule({
  id: "hf-logging-steps-nonzero",
  severity: "error",
  phase: "training",
  commands: ["train"],
  source: { package: "transformers", version: "4.57.6", file: "src/transformers/training_args.py", line: 1671 },
  reads: ["logging_strategy", "logging_steps"],
  upstreamMessage: "logging strategy {logging_strategy} requires non-zero --logging_steps",
  check(config) {
    const applies = config.is("logging_strategy", "steps") && config.is("logging_steps", 0);
    return applies
      ? [{ at: "logging_steps", data: {}, fix: [{ kind: "set", key: "logging_strategy", value: "no" }] }]
      : [];
  },
  message: {
    en: () => "logging_steps must not be 0; to log nothing, set logging_strategy: 'no' (in quotes).",
    zh: () => "logging_steps 不能为 0；不想记录日志，请写 logging_strategy: 'no'（带引号）。",
  },
});
