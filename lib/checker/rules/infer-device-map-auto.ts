import { defineRule, silent } from "../rule";

export default defineRule({
  id: "infer-device-map-auto",
  severity: "note",
  phase: "infer-after",
  commands: ["infer", "export"],
  source: { release: "v0.9.5", file: "src/llamafactory/hparams/parser.py", line: 567 },
  holds: { since: "v0.9.0", main: true },
  reads: ["export_dir", "export_device"],
  adjust(config) {
    if (!config.isSet("export_dir") || !config.is("export_device", "cpu")) config.derive("device_map", "auto");
  },
  message: silent,
});
