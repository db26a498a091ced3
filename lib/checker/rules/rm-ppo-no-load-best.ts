import { defineRule } from "../rule";

export default defineRule({
  id: "rm-ppo-no-load-best",
  severity: "error",
  phase: "train-checks",
  commands: ["train"],
  source: { release: "v0.9.5", file: "src/llamafactory/hparams/parser.py", line: 330 },
  holds: { since: "v0.9.0", main: true },
  reads: ["stage", "load_best_model_at_end"],
  upstreamMessage: "RM and PPO stages do not support `load_best_model_at_end`.",
  check(config) {
    const applies = config.is("stage", "rm", "ppo") && config.isTrue("load_best_model_at_end");
    return applies
      ? [
          {
            at: "load_best_model_at_end",
            data: { stage: config.text("stage") },
            fix: [{ kind: "remove", key: "load_best_model_at_end" }],
          },
        ]
      : [];
  },
  message: {
    en: ({ stage }) => `The stage ${stage} cannot load the best checkpoint at the end.`,
    zh: ({ stage }) => `${stage} 阶段不支持在结束时加载最佳检查点。`,
  },
});
