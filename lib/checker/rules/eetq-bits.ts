import { defineRule } from "../rule";

export default defineRule({
  id: "eetq-bits",
  severity: "warning",
  phase: "later",
  commands: ["train", "infer", "eval", "export"],
  source: { release: "v0.9.5", file: "src/llamafactory/model/model_utils/quantization.py", line: 209 },
  holds: { since: "v0.9.0", main: true },
  reads: ["quantization_bit", "quantization_method"],
  upstreamMessage: "EETQ only accepts 8-bit quantization.",
  check(config) {
    const applies =
      config.is("quantization_method", "eetq") && config.isSet("quantization_bit") && !config.is("quantization_bit", 8);
    return applies
      ? [
          {
            at: "quantization_bit",
            data: { value: config.text("quantization_bit") },
            fix: [{ kind: "set", key: "quantization_bit", value: 8 }],
          },
        ]
      : [];
  },
  message: {
    en: ({ value }) => `EETQ quantizes to 8 bits only, not to ${value}: loading the model stops.`,
    zh: ({ value }) => `EETQ 只能量化为 8 比特，不能是 ${value}：加载模型时会报错停止。`,
  },
});
