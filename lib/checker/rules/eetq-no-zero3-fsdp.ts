import { defineRule } from "../rule";

export default defineRule({
  id: "eetq-no-zero3-fsdp",
  severity: "warning",
  phase: "later",
  commands: ["train", "infer", "eval", "export"],
  source: { release: "v0.9.5", file: "src/llamafactory/model/model_utils/quantization.py", line: 212 },
  holds: { since: "v0.9.0", main: true },
  reads: ["quantization_bit", "quantization_method", "deepspeed", "fsdp"],
  upstreamMessage: "EETQ quantization is incompatible with DeepSpeed ZeRO-3 or FSDP.",
  check(config) {
    const applies =
      config.is("quantization_method", "eetq") &&
      config.isSet("quantization_bit") &&
      (config.usesZero3 || config.usesFsdp);
    return applies
      ? [{ at: "quantization_method", data: {}, fix: [{ kind: "set", key: "quantization_method", value: "bnb" }] }]
      : [];
  },
  message: {
    en: () => "EETQ does not go with ZeRO-3 or FSDP: loading the model stops. Use bnb with 4 bits.",
    zh: () => "EETQ 不能与 ZeRO-3 或 FSDP 一起使用：加载模型时会报错停止。请改用 bnb 的 4 比特。",
  },
});
