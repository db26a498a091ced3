import { defineRule } from "../rule";

export default defineRule({
  id: "export-legacy-format-transformers5",
  severity: "warning",
  phase: "later",
  commands: ["export"],
  source: { release: "v0.9.5", file: "src/llamafactory/train/tuner.py", line: 193 },
  holds: { since: "v0.9.5", main: true },
  transformers: "5",
  reads: ["export_legacy_format"],
  check(config) {
    const applies = config.isWritten("export_legacy_format") && config.isTrue("export_legacy_format");
    return applies ? [{ at: "export_legacy_format", data: {} }] : [];
  },
  message: {
    en: () => "With transformers 5 the model is always saved as safetensors; export_legacy_format does nothing.",
    zh: () => "transformers 5 只保存 safetensors；export_legacy_format 不起作用。",
  },
});
