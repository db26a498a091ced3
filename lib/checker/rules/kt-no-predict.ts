import { defineRule } from "../rule";

export default defineRule({
  id: "kt-no-predict",
  severity: "warning",
  phase: "later",
  commands: ["train"],
  source: { release: "v0.9.5", file: "src/llamafactory/train/sft/workflow.py", line: 78 },
  holds: { since: "v0.9.4", main: true },
  reads: ["use_kt", "predict_with_generate", "stage"],
  upstreamMessage: "`predict_with_generate` is not supported in KTransformers SFT yet.",
  check(config) {
    const applies = config.is("stage", "sft") && config.isTrue("use_kt") && config.isTrue("predict_with_generate");
    return applies
      ? [{ at: "predict_with_generate", data: {}, fix: [{ kind: "remove", key: "predict_with_generate" }] }]
      : [];
  },
  message: {
    en: () => "KTransformers cannot generate during SFT yet: training stops.",
    zh: () => "KTransformers 暂不支持在 SFT 中生成：训练会报错停止。",
  },
});
