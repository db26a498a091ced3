import { defineRule } from "../rule";

export default defineRule({
  id: "export-quantization-needs-dataset",
  severity: "error",
  phase: "model",
  commands: ["train", "infer", "eval", "export"],
  source: { release: "v0.9.5", file: "src/llamafactory/hparams/model_args.py", line: 397 },
  holds: { since: "v0.9.0", main: true },
  reads: ["export_quantization_bit", "export_quantization_dataset"],
  upstreamMessage: "Quantization dataset is necessary for exporting.",
  check(config) {
    const applies = config.isSet("export_quantization_bit") && !config.isSet("export_quantization_dataset");
    return applies ? [{ at: "export_quantization_bit", data: {} }] : [];
  },
  message: {
    en: () => "Quantizing on export needs calibration data: set export_quantization_dataset.",
    zh: () => "导出时量化需要校准数据：请设置 export_quantization_dataset。",
  },
});
