import { defineRule } from "../rule";

export default defineRule({
  id: "hf-full-eval-precision",
  severity: "error",
  phase: "training",
  commands: ["train"],
  source: { package: "transformers", version: "4.57.6", file: "src/transformers/training_args.py", line: 1753 },
  reads: ["fp16_full_eval", "bf16_full_eval"],
  upstreamMessage: "At most one of fp16 and bf16 can be True for full eval, but not both",
  check(config) {
    const applies = config.isTrue("fp16_full_eval") && config.isTrue("bf16_full_eval");
    return applies ? [{ at: "fp16_full_eval", data: {}, fix: [{ kind: "remove", key: "fp16_full_eval" }] }] : [];
  },
  message: {
    en: () => "fp16_full_eval and bf16_full_eval exclude each other.",
    zh: () => "fp16_full_eval 和 bf16_full_eval 只能选一个。",
  },
});
