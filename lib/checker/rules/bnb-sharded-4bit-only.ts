import { defineRule } from "../rule";

export default defineRule({
  id: "bnb-sharded-4bit-only",
  severity: "warning",
  phase: "later",
  commands: ["train", "infer", "eval", "export"],
  source: { release: "v0.9.5", file: "src/llamafactory/model/model_utils/quantization.py", line: 188 },
  holds: { since: "v0.9.0", main: true },
  reads: ["quantization_bit", "quantization_method", "quantization_device_map", "deepspeed", "fsdp"],
  upstreamMessage: "Only 4-bit quantized model can use fsdp+qlora or auto device map.",
  check(config) {
    const applies =
      config.is("quantization_method", "bnb") &&
      config.isSet("quantization_bit") &&
      !config.is("quantization_bit", 4) &&
      (config.is("quantization_device_map", "auto") || config.usesZero3 || config.usesFsdp);
    return applies
      ? [{ at: "quantization_bit", data: {}, fix: [{ kind: "set", key: "quantization_bit", value: 4 }] }]
      : [];
  },
  message: {
    en: () => "With ZeRO-3, FSDP or an automatic device map only 4 bits work: loading the model stops.",
    zh: () => "使用 ZeRO-3、FSDP 或自动 device map 时只支持 4 比特：加载模型时会报错停止。",
  },
});
