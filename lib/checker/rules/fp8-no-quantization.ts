import { defineRule } from "../rule";

export default defineRule({
  id: "fp8-no-quantization",
  severity: "error",
  phase: "train-checks",
  commands: ["train"],
  source: { release: "v0.9.5", file: "src/llamafactory/hparams/parser.py", line: 404 },
  holds: { since: "v0.9.4", main: true },
  reads: ["fp8", "quantization_bit"],
  upstreamMessage: "FP8 training is not compatible with quantization. Please disable one of them.",
  check(config) {
    const applies = !config.usesMegatron && config.isTrue("fp8") && config.isSet("quantization_bit");
    return applies ? [{ at: "fp8", data: {}, fix: [{ kind: "remove", key: "fp8" }] }] : [];
  },
  message: {
    en: () => "FP8 training and quantization_bit exclude each other.",
    zh: () => "FP8 训练与 quantization_bit 互斥。",
  },
});
