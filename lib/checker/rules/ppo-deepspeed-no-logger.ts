import { defineRule } from "../rule";

export default defineRule({
  id: "ppo-deepspeed-no-logger",
  severity: "warning",
  phase: "later",
  commands: ["train"],
  source: { release: "v0.9.5", file: "src/llamafactory/train/ppo/trainer.py", line: 126 },
  holds: { since: "v0.9.0", main: true },
  reads: ["stage", "deepspeed", "report_to"],
  upstreamMessage: "PPOTrainer cannot use external logger when DeepSpeed is enabled.",
  check(config) {
    const applies =
      config.is("stage", "ppo") &&
      config.isTrue("deepspeed") &&
      config.isWritten("report_to") &&
      config.items("report_to").length > 0;
    return applies ? [{ at: "report_to", data: {} }] : [];
  },
  message: {
    en: () => "With DeepSpeed PPO reports to no tracker: report_to is ignored.",
    zh: () => "使用 DeepSpeed 时 PPO 不会上报到任何跟踪工具：report_to 不起作用。",
  },
});
