import { defineRule } from "../rule";

export default defineRule({
  id: "apollo-optim",
  severity: "warning",
  phase: "later",
  commands: ["train"],
  source: { release: "v0.9.5", file: "src/llamafactory/train/trainer_utils.py", line: 333 },
  holds: { since: "v0.9.2", main: true },
  reads: ["use_apollo", "optim"],
  upstreamMessage: "Unknown optim: {optim}.",
  check(config) {
    const applies = config.isTrue("use_apollo") && !config.is("optim", "adamw_torch");
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
    en: ({ optim }) => `APOLLO only knows the optimizer adamw_torch, not ${optim}: training stops.`,
    zh: ({ optim }) => `APOLLO 只支持优化器 adamw_torch，不支持 ${optim}：训练会报错停止。`,
  },
});
