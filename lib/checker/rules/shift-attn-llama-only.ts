import { defineRule } from "../rule";

export default defineRule({
  id: "shift-attn-llama-only",
  severity: "note",
  phase: "later",
  commands: ["train"],
  source: { release: "v0.9.5", file: "src/llamafactory/model/model_utils/longlora.py", line: 370 },
  holds: { since: "v0.9.0", main: true },
  reads: ["shift_attn"],
  upstreamMessage: "Current model does not support shift short attention.",
  check(config) {
    const applies = config.isTrue("shift_attn");
    return applies ? [{ at: "shift_attn", data: {} }] : [];
  },
  message: {
    en: () => "Models other than Llama ignore shift_attn.",
    zh: () => "Llama 之外的模型会忽略 shift_attn。",
  },
});
