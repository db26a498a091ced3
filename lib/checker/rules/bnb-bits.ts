import { defineRule } from "../rule";

export default defineRule({
  id: "bnb-bits",
  severity: "warning",
  phase: "later",
  commands: ["train", "infer", "eval", "export"],
  source: { release: "v0.9.5", file: "src/llamafactory/model/model_utils/quantization.py", line: 181 },
  holds: { since: "v0.9.0", main: true },
  reads: ["quantization_bit", "quantization_method"],
  upstreamMessage: "Bitsandbytes only accepts 4-bit or 8-bit quantization.",
  check(config) {
    const applies =
      config.is("quantization_method", "bnb") &&
      config.isSet("quantization_bit") &&
      !config.is("quantization_bit", 8, 4);
    return applies ? [{ at: "quantization_bit", data: { value: config.text("quantization_bit") } }] : [];
  },
  message: {
    en: ({ value }) => `bitsandbytes quantizes to 4 or 8 bits, not to ${value}: loading the model stops.`,
    zh: ({ value }) => `bitsandbytes 只能量化为 4 或 8 比特，不能是 ${value}：加载模型时会报错停止。`,
  },
});
