import { defineRule } from "../rule";

export default defineRule({
  id: "hqq-bits",
  severity: "warning",
  phase: "later",
  commands: ["train", "infer", "eval", "export"],
  source: { release: "v0.9.5", file: "src/llamafactory/model/model_utils/quantization.py", line: 197 },
  holds: { since: "v0.9.0", main: true },
  reads: ["quantization_bit", "quantization_method"],
  upstreamMessage: "HQQ only accepts 1/2/3/4/5/6/8-bit quantization.",
  check(config) {
    const applies =
      config.is("quantization_method", "hqq") &&
      config.isSet("quantization_bit") &&
      !config.is("quantization_bit", 8, 6, 5, 4, 3, 2, 1);
    return applies ? [{ at: "quantization_bit", data: { value: config.text("quantization_bit") } }] : [];
  },
  message: {
    en: ({ value }) => `HQQ quantizes to 1, 2, 3, 4, 5, 6 or 8 bits, not to ${value}: loading the model stops.`,
    zh: ({ value }) => `HQQ 只能量化为 1、2、3、4、5、6 或 8 比特，不能是 ${value}：加载模型时会报错停止。`,
  },
});
