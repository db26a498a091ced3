import { defineRule } from "../rule";

export default defineRule({
  id: "mca-stages",
  severity: "warning",
  phase: "later",
  commands: ["train"],
  source: { release: "v0.9.5", file: "src/llamafactory/train/tuner.py", line: 98 },
  holds: { since: "v0.9.5", main: true },
  reads: ["stage"],
  check(config) {
    const applies = config.usesMegatron && config.is("stage", "rm", "ppo", "kto");
    return applies ? [{ at: "stage", data: { stage: config.text("stage") } }] : [];
  },
  message: {
    en: ({ stage }) => `Megatron does not know the stage ${stage}: the ordinary trainer runs in spite of USE_MCA=1.`,
    zh: ({ stage }) => `Megatron 不支持 ${stage} 阶段：即使设置了 USE_MCA=1，运行的也是普通训练器。`,
  },
});
