import { defineRule } from "../rule";

export default defineRule({
  id: "hf-empty-cache-steps",
  severity: "error",
  phase: "training",
  commands: ["train"],
  source: { package: "transformers", version: "4.57.6", file: "src/transformers/training_args.py", line: null },
  reads: ["torch_empty_cache_steps"],
  upstreamMessage: "`torch_empty_cache_steps` must be an integer bigger than 0, got {value}.",
  check(config) {
    const applies =
      config.isSet("torch_empty_cache_steps") &&
      !(
        ["int", "bool"].includes(config.typeOf("torch_empty_cache_steps")) &&
        config.isGreater("torch_empty_cache_steps", 0)
      );
    return applies ? [{ at: "torch_empty_cache_steps", data: { value: config.text("torch_empty_cache_steps") } }] : [];
  },
  message: {
    en: ({ value }) => `torch_empty_cache_steps must be a whole number above 0, not ${value}.`,
    zh: ({ value }) => `torch_empty_cache_steps 必须是大于 0 的整数，不能是 ${value}。`,
  },
});
