import { defineRule } from "../rule";

export default defineRule({
  id: "quantized-training-upcast-layernorm",
  severity: "note",
  phase: "train-after",
  commands: ["train"],
  source: { release: "v0.9.5", file: "src/llamafactory/hparams/parser.py", line: 436 },
  holds: { since: "v0.9.0", main: true },
  reads: ["quantization_bit", "upcast_layernorm", "do_train"],
  upstreamMessage: "We recommend enable `upcast_layernorm` in quantized training.",
  check(config) {
    const applies = config.isTrue("do_train") && config.isSet("quantization_bit") && !config.isTrue("upcast_layernorm");
    return applies
      ? [{ at: "quantization_bit", data: {}, fix: [{ kind: "set", key: "upcast_layernorm", value: true }] }]
      : [];
  },
  message: {
    en: () => "For training a quantized model, upstream recommends upcast_layernorm: true.",
    zh: () => "训练量化模型时，上游建议设置 upcast_layernorm: true。",
  },
});
