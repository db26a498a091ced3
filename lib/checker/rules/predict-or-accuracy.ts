import { defineRule } from "../rule";

export default defineRule({
  id: "predict-or-accuracy",
  severity: "error",
  phase: "train-checks",
  commands: ["train"],
  source: { release: "v0.9.5", file: "src/llamafactory/hparams/parser.py", line: 372 },
  holds: { since: "v0.9.0", main: true },
  reads: ["predict_with_generate", "compute_accuracy"],
  upstreamMessage: "Cannot use `predict_with_generate` and `compute_accuracy` together.",
  check(config) {
    const applies = config.isTrue("predict_with_generate") && config.isTrue("compute_accuracy");
    return applies ? [{ at: "compute_accuracy", data: {}, fix: [{ kind: "remove", key: "compute_accuracy" }] }] : [];
  },
  message: {
    en: () => "compute_accuracy reads logits and predict_with_generate yields text: only one of them can be on.",
    zh: () => "compute_accuracy 读取 logits，predict_with_generate 产出文本：两者只能开一个。",
  },
});
