import { defineRule } from "../rule";

export default defineRule({
  id: "ppo-no-resume",
  severity: "warning",
  phase: "later",
  commands: ["train"],
  source: { release: "v0.9.5", file: "src/llamafactory/train/ppo/trainer.py", line: 203 },
  holds: { since: "v0.9.0", main: true },
  reads: ["stage", "resume_from_checkpoint"],
  upstreamMessage: "`resume_from_checkpoint` will be supported in the future version.",
  check(config) {
    const applies =
      config.is("stage", "ppo") &&
      config.isSet("resume_from_checkpoint") &&
      !config.is("resume_from_checkpoint", false);
    return applies
      ? [{ at: "resume_from_checkpoint", data: {}, fix: [{ kind: "remove", key: "resume_from_checkpoint" }] }]
      : [];
  },
  message: {
    en: () => "PPO cannot resume from a checkpoint: training stops.",
    zh: () => "PPO 不支持断点续训：训练会报错停止。",
  },
});
