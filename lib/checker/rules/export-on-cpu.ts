import { defineRule, silent } from "../rule";

export default defineRule({
  id: "export-on-cpu",
  severity: "note",
  phase: "infer-after",
  commands: ["infer", "export"],
  source: { release: "v0.9.5", file: "src/llamafactory/hparams/parser.py", line: 563 },
  holds: { since: "v0.9.0", main: true },
  reads: ["export_dir", "export_device", "cutoff_len"],
  adjust(config) {
    if (!config.isSet("export_dir") || !config.is("export_device", "cpu")) return;
    config.derive("device_map", new Map([["", "device(cpu)"]]));
    if (!config.is("cutoff_len", 2048)) config.derive("model_max_length", config.raw("cutoff_len"));
  },
  message: silent,
});
