import { defineRule } from "../rule";

export default defineRule({
  id: "export-quantization-bits",
  severity: "warning",
  phase: "later",
  commands: ["export"],
  source: { release: "v0.9.5", file: "src/llamafactory/model/model_utils/quantization.py", line: 134 },
  holds: { since: "v0.9.0", main: true },
  reads: ["export_quantization_bit"],
  upstreamMessage: "AutoGPTQ only accepts 2/3/4/8-bit quantization.",
  check(config) {
    const applies = config.isSet("export_quantization_bit") && !config.is("export_quantization_bit", 8, 4, 3, 2);
    return applies ? [{ at: "export_quantization_bit", data: { value: config.text("export_quantization_bit") } }] : [];
  },
  message: {
    en: ({ value }) => `GPTQ quantizes to 2, 3, 4 or 8 bits, not to ${value}: the export stops.`,
    zh: ({ value }) => `GPTQ 只能量化为 2、3、4 或 8 比特，不能是 ${value}：导出会报错停止。`,
  },
});
