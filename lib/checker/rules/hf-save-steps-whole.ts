import { toInt } from "../python/errors";
import { defineRule } from "../rule";

export default defineRule({
  id: "hf-save-steps-whole",
  severity: "error",
  phase: "training",
  commands: ["train"],
  source: { package: "transformers", version: "4.57.6", file: "src/transformers/training_args.py", line: null },
  reads: ["save_steps"],
  upstreamMessage: "--save_steps must be an integer if bigger than 1: {value}",
  check(config) {
    const applies =
      config.is("save_strategy", "steps") &&
      config.isGreater("save_steps", 1) &&
      toInt(config.operand("save_steps")) !== config.value("save_steps") &&
      config.typeOf("save_steps") !== "bool";
    return applies ? [{ at: "save_steps", data: { value: config.text("save_steps") } }] : [];
  },
  message: {
    en: ({ value }) =>
      `save_steps counts steps from 1 on and must be whole, not ${value}; below 1 it is a fraction of the run.`,
    zh: ({ value }) => `save_steps 大于 1 时表示步数，必须是整数，不能是 ${value}；小于 1 才表示占总步数的比例。`,
  },
});
