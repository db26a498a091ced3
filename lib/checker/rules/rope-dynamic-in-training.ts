import { defineRule } from "../rule";

export default defineRule({
  id: "rope-dynamic-in-training",
  severity: "note",
  phase: "later",
  commands: ["train"],
  source: { release: "v0.9.5", file: "src/llamafactory/model/model_utils/rope.py", line: 59 },
  holds: { since: "v0.9.0", main: true },
  reads: ["rope_scaling", "cutoff_len"],
  upstreamMessage:
    "Dynamic NTK scaling may not work well with fine-tuning. See: https://github.com/huggingface/transformers/pull/24653",
  check(config) {
    const applies = config.is("rope_scaling", "dynamic") && config.isTrue("do_train");
    return applies ? [{ at: "rope_scaling", data: {} }] : [];
  },
  message: {
    en: () => "Dynamic NTK scaling suits inference; for training upstream warns against it. Use linear or yarn.",
    zh: () => "动态 NTK 缩放适合推理；训练时上游不建议使用。可改用 linear 或 yarn。",
  },
});
