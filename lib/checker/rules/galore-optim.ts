import { defineRule } from "../rule";

export default defineRule({
  id: "galore-optim",
  severity: "warning",
  phase: "later",
  commands: ["train"],
  source: { release: "v0.9.5", file: "src/llamafactory/train/trainer_utils.py", line: 246 },
  holds: { since: "v0.9.2", main: true },
  reads: ["use_galore", "optim"],
  upstreamMessage: "Unknown optim: {optim}.",
  check(config) {
    const applies =
      config.isTrue("use_galore") &&
      !config.is("optim", "adamw_torch", "adamw_bnb_8bit", "adamw_8bit", "paged_adamw_8bit", "adafactor");
    return applies
      ? [
          {
            at: "optim",
            data: { optim: config.text("optim") },
            fix: [{ kind: "set", key: "optim", value: "adamw_torch" }],
          },
        ]
      : [];
  },
  message: {
    en: ({ optim }) => `GaLore does not know the optimizer ${optim}: training stops. Use adamw_torch.`,
    zh: ({ optim }) => `GaLore 不支持优化器 ${optim}：训练会报错停止。请用 adamw_torch。`,
  },
});
