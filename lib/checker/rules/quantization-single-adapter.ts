import { defineRule } from "../rule";

export default defineRule({
  id: "quantization-single-adapter",
  severity: "error",
  phase: "verify",
  commands: ["train", "infer", "eval", "export"],
  source: { release: "v0.9.5", file: "src/llamafactory/hparams/parser.py", line: 202 },
  holds: { since: "v0.9.0", main: true },
  reads: ["quantization_bit", "adapter_name_or_path"],
  upstreamMessage: "Quantized model only accepts a single adapter. Merge them first.",
  check(config) {
    const applies =
      config.isSet("quantization_bit") &&
      config.isSet("adapter_name_or_path") &&
      config.length("adapter_name_or_path") !== 1;
    return applies ? [{ at: "adapter_name_or_path", data: { count: config.length("adapter_name_or_path") } }] : [];
  },
  message: {
    en: ({ count }) => `A quantized model takes one adapter, not ${count}: several would have to be merged first.`,
    zh: ({ count }) => `量化模型只能加载一个适配器，这里有 ${count} 个：多个需要先合并。`,
  },
});
