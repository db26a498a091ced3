import { defineRule } from "../rule";

export default defineRule({
  id: "quantization-no-resize-vocab",
  severity: "error",
  phase: "verify",
  commands: ["train", "infer", "eval", "export"],
  source: { release: "v0.9.5", file: "src/llamafactory/hparams/parser.py", line: 196 },
  holds: { since: "v0.9.0", main: true },
  reads: ["quantization_bit", "resize_vocab"],
  upstreamMessage: "Cannot resize embedding layers of a quantized model.",
  check(config) {
    const applies = config.isSet("quantization_bit") && config.isTrue("resize_vocab");
    return applies ? [{ at: "resize_vocab", data: {}, fix: [{ kind: "remove", key: "resize_vocab" }] }] : [];
  },
  message: {
    en: () => "The embedding of a quantized model cannot be resized.",
    zh: () => "量化模型的词嵌入层无法调整大小。",
  },
});
