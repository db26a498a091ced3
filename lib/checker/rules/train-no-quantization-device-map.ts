import { defineRule } from "../rule";

export default defineRule({
  id: "train-no-quantization-device-map",
  severity: "error",
  phase: "train-checks",
  commands: ["train"],
  source: { release: "v0.9.5", file: "src/llamafactory/hparams/parser.py", line: 375 },
  holds: { since: "v0.9.0", main: true },
  reads: ["do_train", "quantization_device_map"],
  upstreamMessage: "Cannot use device map for quantized models in training.",
  check(config) {
    const applies = config.isTrue("do_train") && config.is("quantization_device_map", "auto");
    return applies
      ? [{ at: "quantization_device_map", data: {}, fix: [{ kind: "remove", key: "quantization_device_map" }] }]
      : [];
  },
  message: {
    en: () => "quantization_device_map: auto spreads a quantized model over the GPUs, which works for inference only.",
    zh: () => "quantization_device_map: auto 会把量化模型分散到多张 GPU，只能用于推理。",
  },
});
