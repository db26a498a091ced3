import { defineRule } from "../rule";

export default defineRule({
  id: "hf-fp16-or-bf16",
  severity: "error",
  phase: "training",
  commands: ["train"],
  source: { package: "transformers", version: "4.57.6", file: "src/transformers/training_args.py", line: 1750 },
  reads: ["fp16", "bf16"],
  upstreamMessage: "At most one of fp16 and bf16 can be True, but not both",
  check(config) {
    const applies = config.isTrue("fp16") && config.isTrue("bf16");
    return applies ? [{ at: "fp16", data: {}, fix: [{ kind: "remove", key: "fp16" }] }] : [];
  },
  message: {
    en: () => "fp16 and bf16 exclude each other. On Ampere GPUs or newer, keep bf16.",
    zh: () => "fp16 和 bf16 只能选一个。Ampere 及更新的 GPU 请保留 bf16。",
  },
});
