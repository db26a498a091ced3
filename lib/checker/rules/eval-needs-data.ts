import { defineRule } from "../rule";
import { evaluationReason } from "../upstream/evaluation-reason";

export default defineRule({
  id: "eval-needs-data",
  severity: "error",
  phase: "train-checks",
  commands: ["train"],
  source: { release: "v0.9.5", file: "src/llamafactory/hparams/parser.py", line: 365 },
  holds: { since: "v0.9.4", main: true },
  reads: ["do_eval", "do_predict", "predict_with_generate", "eval_dataset", "val_size", "eval_strategy"],
  upstreamMessage: "Please make sure eval_dataset be provided or val_size >1e-6",
  check(config) {
    const applies =
      (config.isTrue("do_eval") || config.isTrue("do_predict") || config.isTrue("predict_with_generate")) &&
      !config.isSet("eval_dataset") &&
      config.isLess("val_size", 1e-6);
    return applies
      ? [
          {
            at: evaluationReason(config),
            data: { reason: evaluationReason(config) },
            fix: [{ kind: "set", key: "val_size", value: 0.1 }],
          },
        ]
      : [];
  },
  message: {
    en: ({ reason }) =>
      `${reason} asks for an evaluation, and there is nothing to evaluate on: give eval_dataset, or a val_size above 0.`,
    zh: ({ reason }) => `${reason} 要求做评估，却没有验证数据：请设置 eval_dataset，或大于 0 的 val_size。`,
  },
});
