import { toInt } from "../python/errors";
import { defineRule } from "../rule";

export default defineRule({
  id: "hf-logging-steps-whole",
  severity: "error",
  phase: "training",
  commands: ["train"],
  source: { package: "transformers", version: "4.57.6", file: "src/transformers/training_args.py", line: null },
  reads: ["logging_steps"],
  upstreamMessage: "--logging_steps must be an integer if bigger than 1: {value}",
  check(config) {
    const applies =
      config.is("logging_strategy", "steps") &&
      config.isGreater("logging_steps", 1) &&
      toInt(config.operand("logging_steps")) !== config.value("logging_steps") &&
      config.typeOf("logging_steps") !== "bool";
    return applies ? [{ at: "logging_steps", data: { value: config.text("logging_steps") } }] : [];
  },
  message: {
    en: ({ value }) =>
      `logging_steps counts steps from 1 on and must be whole, not ${value}; below 1 it is a fraction of the run.`,
    zh: ({ value }) => `logging_steps 大于 1 时表示步数，必须是整数，不能是 ${value}；小于 1 才表示占总步数的比例。`,
  },
});
