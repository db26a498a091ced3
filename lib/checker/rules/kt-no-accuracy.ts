import { defineRule } from "../rule";

export default defineRule({
  id: "kt-no-accuracy",
  severity: "warning",
  phase: "later",
  commands: ["train"],
  source: { release: "v0.9.5", file: "src/llamafactory/train/sft/workflow.py", line: 80 },
  holds: { since: "v0.9.4", main: true },
  reads: ["use_kt", "compute_accuracy", "stage"],
  upstreamMessage: "`compute_accuracy` is not supported in KTransformers SFT yet.",
  check(config) {
    const applies = config.is("stage", "sft") && config.isTrue("use_kt") && config.isTrue("compute_accuracy");
    return applies ? [{ at: "compute_accuracy", data: {}, fix: [{ kind: "remove", key: "compute_accuracy" }] }] : [];
  },
  message: {
    en: () => "KTransformers cannot compute the accuracy yet: training stops.",
    zh: () => "KTransformers 暂不支持计算准确率：训练会报错停止。",
  },
});
