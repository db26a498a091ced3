import { defineRule } from "../rule";

export default defineRule({
  id: "export-needs-dir",
  severity: "error",
  phase: "dispatch",
  commands: ["export"],
  source: { release: "v0.9.5", file: "src/llamafactory/train/tuner.py", line: 156 },
  holds: { since: "v0.9.0", main: true },
  reads: ["export_dir"],
  upstreamMessage: "Please specify `export_dir` to save model.",
  check(config) {
    const applies = !config.isSet("export_dir");
    return applies ? [{ at: "export_dir", data: {} }] : [];
  },
  message: {
    en: () => "The export needs export_dir: the folder to save the model to.",
    zh: () => "导出需要 export_dir：保存模型的目录。",
  },
});
