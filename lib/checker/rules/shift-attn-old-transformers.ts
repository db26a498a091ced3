import { defineRule } from "../rule";

export default defineRule({
  id: "shift-attn-old-transformers",
  severity: "warning",
  phase: "later",
  commands: ["train"],
  source: { release: "v0.9.5", file: "src/llamafactory/model/model_utils/longlora.py", line: 353 },
  holds: { since: "v0.9.3", main: true },
  reads: ["shift_attn"],
  check(config) {
    const applies = config.isTrue("shift_attn");
    return applies ? [{ at: "shift_attn", data: {}, fix: [{ kind: "remove", key: "shift_attn" }] }] : [];
  },
  message: {
    en: () =>
      "shift_attn needs transformers below 4.48 for Llama models, and v0.9.5 needs 4.55 or newer: loading a Llama model stops.",
    zh: () =>
      "对 Llama 模型，shift_attn 要求 transformers 低于 4.48，而 v0.9.5 要求 4.55 以上：加载 Llama 模型会报错停止。",
  },
});
