import { defineRule } from "../rule";

export default defineRule({
  id: "batch-predict-slow",
  severity: "note",
  phase: "later",
  commands: ["train"],
  source: { release: "v0.9.5", file: "src/llamafactory/train/sft/workflow.py", line: 153 },
  holds: { since: "v0.9.2", main: true },
  reads: ["do_predict", "stage"],
  upstreamMessage: "Batch generation can be very slow. Consider using `scripts/vllm_infer.py` instead.",
  check(config) {
    const applies = config.is("stage", "sft") && config.isTrue("do_predict");
    return applies ? [{ at: "do_predict", data: {} }] : [];
  },
  message: {
    en: () => "Generating batch by batch is slow; upstream points to scripts/vllm_infer.py.",
    zh: () => "逐批生成很慢；上游建议使用 scripts/vllm_infer.py。",
  },
});
