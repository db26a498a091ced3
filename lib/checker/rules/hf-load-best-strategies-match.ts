import { defineRule } from "../rule";

export default defineRule({
  id: "hf-load-best-strategies-match",
  severity: "error",
  phase: "training",
  commands: ["train"],
  source: { package: "transformers", version: "4.57.6", file: "src/transformers/training_args.py", line: 1690 },
  reads: ["load_best_model_at_end", "eval_strategy", "save_strategy"],
  upstreamMessage: "--load_best_model_at_end requires the save and eval strategy to match",
  check(config) {
    const applies =
      config.isTrue("load_best_model_at_end") &&
      !config.is("save_strategy", "best") &&
      config.text("eval_strategy") !== config.text("save_strategy");
    return applies
      ? [
          {
            at: "load_best_model_at_end",
            data: { save: config.text("save_strategy"), evaluation: config.text("eval_strategy") },
            fix: config.is("save_strategy", "steps", "epoch")
              ? [{ kind: "set", key: "eval_strategy", value: config.text("save_strategy") }]
              : [],
          },
        ]
      : [];
  },
  message: {
    en: ({ save, evaluation }) =>
      `To load the best checkpoint, saving and evaluating must keep the same rhythm: save_strategy is ${save}, eval_strategy is ${evaluation}.`,
    zh: ({ save, evaluation }) =>
      `要加载最佳检查点，保存和评估的节奏必须一致：现在 save_strategy 是 ${save}，eval_strategy 是 ${evaluation}。`,
  },
});
