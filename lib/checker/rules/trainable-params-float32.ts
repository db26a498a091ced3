import { defineRule } from "../rule";

export default defineRule({
  id: "trainable-params-float32",
  severity: "note",
  phase: "later",
  commands: ["train"],
  source: { release: "v0.9.5", file: "src/llamafactory/model/adapter.py", line: 325 },
  holds: { since: "v0.9.0", main: true },
  reads: ["pure_bf16", "use_badam", "quantization_bit", "deepspeed"],
  check(config) {
    const applies = config.isTrue("do_train") && config.isTrue("pure_bf16") && config.isTrue("bf16");
    return applies ? [{ at: "pure_bf16", data: {} }] : [];
  },
  message: {
    en: () =>
      "pure_bf16 keeps the trained weights in bf16, where bf16 alone would train them in float32; with both set, pure_bf16 decides.",
    zh: () => "pure_bf16 会让训练的权重保持 bf16，而只写 bf16 时它们是 float32；两个都写时以 pure_bf16 为准。",
  },
});
