import { defineRule } from "../rule";

export default defineRule({
  id: "export-quantization-float16",
  severity: "note",
  phase: "later",
  commands: ["export"],
  source: { release: "v0.9.5", file: "src/llamafactory/model/model_utils/quantization.py", line: 163 },
  holds: { since: "v0.9.3", main: true },
  reads: ["export_quantization_bit"],
  check(config) {
    const applies = config.isSet("export_quantization_bit");
    return applies ? [{ at: "export_quantization_bit", data: {} }] : [];
  },
  message: {
    en: () => "The quantized model is exported in float16.",
    zh: () => "量化后的模型以 float16 导出。",
  },
});
