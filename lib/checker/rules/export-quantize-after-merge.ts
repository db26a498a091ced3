import { defineRule } from "../rule";

export default defineRule({
  id: "export-quantize-after-merge",
  severity: "error",
  phase: "dispatch",
  commands: ["export"],
  source: { release: "v0.9.5", file: "src/llamafactory/train/tuner.py", line: 159 },
  holds: { since: "v0.9.0", main: true },
  reads: ["adapter_name_or_path", "export_quantization_bit"],
  upstreamMessage: "Please merge adapters before quantizing the model.",
  check(config) {
    const applies = config.isSet("adapter_name_or_path") && config.isSet("export_quantization_bit");
    return applies
      ? [{ at: "export_quantization_bit", data: {}, fix: [{ kind: "remove", key: "export_quantization_bit" }] }]
      : [];
  },
  message: {
    en: () => "Merging and quantizing are two exports: first merge the adapter, then quantize the result.",
    zh: () => "合并和量化要分两次导出：先合并适配器，再量化得到的模型。",
  },
});
