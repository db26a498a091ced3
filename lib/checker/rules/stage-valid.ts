import { defineRule } from "../rule";

export default defineRule({
  id: "stage-valid",
  severity: "error",
  phase: "dispatch",
  commands: ["train"],
  source: { release: "v0.9.5", file: "src/llamafactory/train/tuner.py", line: 127 },
  holds: { since: "v0.9.0", main: true },
  reads: ["stage"],
  upstreamMessage: "Unknown task: {stage}.",
  check(config) {
    const applies = !config.is("stage", "pt", "sft", "rm", "ppo", "dpo", "kto");
    return applies ? [{ at: "stage", data: { value: config.text("stage") } }] : [];
  },
  message: {
    en: ({ value }) =>
      `There is no stage ${value}; it is pt, sft, rm, ppo, dpo or kto. ORPO and SimPO are dpo with pref_loss.`,
    zh: ({ value }) => `没有 ${value} 这个阶段；可选 pt、sft、rm、ppo、dpo、kto。ORPO 和 SimPO 是 dpo 加 pref_loss。`,
  },
});
