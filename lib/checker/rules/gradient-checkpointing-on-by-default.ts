import { defineRule } from "../rule";

export default defineRule({
  id: "gradient-checkpointing-on-by-default",
  severity: "warning",
  phase: "later",
  commands: ["train"],
  source: { release: "v0.9.5", file: "src/llamafactory/model/model_utils/checkpointing.py", line: 174 },
  holds: { since: "v0.9.0", main: true },
  reads: ["disable_gradient_checkpointing", "use_reentrant_gc", "gradient_checkpointing"],
  check(config) {
    const applies =
      config.isWritten("gradient_checkpointing") &&
      config.isTrue("gradient_checkpointing") === config.isTrue("disable_gradient_checkpointing");
    return applies
      ? [
          {
            at: "gradient_checkpointing",
            data: {
              value: config.text("disable_gradient_checkpointing").toLowerCase(),
              written: config.text("gradient_checkpointing").toLowerCase(),
            },
            fix: [
              { kind: "remove", key: "gradient_checkpointing" },
              { kind: "set", key: "disable_gradient_checkpointing", value: !config.isTrue("gradient_checkpointing") },
            ],
          },
        ]
      : [];
  },
  message: {
    en: ({ value, written }) =>
      `Gradient checkpointing is governed by disable_gradient_checkpointing, which is ${value} here; gradient_checkpointing: ${written} does not change that.`,
    zh: ({ value, written }) =>
      `梯度检查点由 disable_gradient_checkpointing 控制（现在是 ${value}）；gradient_checkpointing: ${written} 改变不了它。`,
  },
});
