import { defineRule } from "../rule";
import { quantizedByName } from "../upstream/quantized-by-name";

export default defineRule({
  id: "export-no-merge-into-quantized",
  severity: "warning",
  phase: "later",
  commands: ["export"],
  source: { release: "v0.9.5", file: "src/llamafactory/train/tuner.py", line: 168 },
  holds: { since: "v0.9.0", main: true },
  reads: ["adapter_name_or_path", "quantization_bit"],
  upstreamMessage: "Cannot merge adapters to a quantized model.",
  check(config) {
    const applies =
      config.isSet("adapter_name_or_path") && (config.isSet("quantization_bit") || quantizedByName(config) !== null);
    return applies
      ? [{ at: "adapter_name_or_path", data: {}, fix: [{ kind: "remove", key: "quantization_bit" }] }]
      : [];
  },
  message: {
    en: () =>
      "An adapter cannot be merged into a quantized model: the export stops. Load the original model without quantization_bit.",
    zh: () => "适配器不能合并进量化模型：导出会报错停止。请用未量化的原模型，并去掉 quantization_bit。",
  },
});
