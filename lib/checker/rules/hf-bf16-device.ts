import { defineRule } from "../rule";

export default defineRule({
  id: "hf-bf16-device",
  severity: "error",
  phase: "training",
  commands: ["train"],
  source: { package: "transformers", version: "4.57.6", file: "src/transformers/training_args.py", line: 1743 },
  reads: ["bf16", "bf16_full_eval", "use_cpu"],
  upstreamMessage: "Your setup doesn't support bf16/gpu.",
  check(config) {
    const applies =
      (config.isTrue("bf16") || config.isTrue("bf16_full_eval")) && !config.isTrue("use_cpu") && !config.supportsBf16;
    return applies
      ? [
          {
            at: config.isTrue("bf16") ? "bf16" : "bf16_full_eval",
            data: {},
            fix: [
              { kind: "remove", key: "bf16" },
              { kind: "set", key: "fp16", value: true },
            ],
          },
        ]
      : [];
  },
  message: {
    en: () => "This device does not support bf16 (NVIDIA: Ampere or newer). Use fp16.",
    zh: () => "这个设备不支持 bf16（NVIDIA 需要 Ampere 或更新的架构）。请改用 fp16。",
  },
});
