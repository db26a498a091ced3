import { defineRule } from "../rule";

export default defineRule({
  id: "do-predict-needs-generate",
  severity: "error",
  phase: "train-checks",
  commands: ["train"],
  source: { release: "v0.9.5", file: "src/llamafactory/hparams/parser.py", line: 327 },
  holds: { since: "v0.9.0", main: true },
  reads: ["stage", "do_predict", "predict_with_generate"],
  upstreamMessage: "Please enable `predict_with_generate` to save model predictions.",
  check(config) {
    const applies = config.is("stage", "sft") && config.isTrue("do_predict") && !config.isTrue("predict_with_generate");
    return applies
      ? [{ at: "do_predict", data: {}, fix: [{ kind: "set", key: "predict_with_generate", value: true }] }]
      : [];
  },
  message: {
    en: () => "Predicting writes generated answers, so predict_with_generate must be true.",
    zh: () => "预测要保存生成的回答，因此必须设置 predict_with_generate: true。",
  },
});
