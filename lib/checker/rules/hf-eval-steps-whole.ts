import { toInt } from "../python/errors";
import { defineRule } from "../rule";

export default defineRule({
  id: "hf-eval-steps-whole",
  severity: "error",
  phase: "training",
  commands: ["train"],
  source: { package: "transformers", version: "4.57.6", file: "src/transformers/training_args.py", line: null },
  reads: ["eval_steps"],
  upstreamMessage: "--eval_steps must be an integer if bigger than 1: {value}",
  check(config) {
    const applies =
      config.is("eval_strategy", "steps") &&
      config.isGreater("eval_steps", 1) &&
      toInt(config.operand("eval_steps")) !== config.value("eval_steps") &&
      config.typeOf("eval_steps") !== "bool";
    return applies ? [{ at: "eval_steps", data: { value: config.text("eval_steps") } }] : [];
  },
  message: {
    en: ({ value }) =>
      `eval_steps counts steps from 1 on and must be whole, not ${value}; below 1 it is a fraction of the run.`,
    zh: ({ value }) => `eval_steps 大于 1 时表示步数，必须是整数，不能是 ${value}；小于 1 才表示占总步数的比例。`,
  },
});
