import { defineRule } from "../rule";

export default defineRule({
  id: "keep-unused-columns",
  severity: "warning",
  phase: "train-after",
  commands: ["train"],
  source: { release: "v0.9.5", file: "src/llamafactory/hparams/parser.py", line: 459 },
  holds: { since: "v0.9.3", main: true },
  reads: ["remove_unused_columns"],
  check(config) {
    const applies = config.isWritten("remove_unused_columns") && config.isTrue("remove_unused_columns");
    return applies
      ? [{ at: "remove_unused_columns", data: {}, fix: [{ kind: "remove", key: "remove_unused_columns" }] }]
      : [];
  },
  adjust(config) {
    config.set("remove_unused_columns", false);
  },
  message: {
    en: () => "remove_unused_columns is always set to false: multimodal data needs its columns.",
    zh: () => "remove_unused_columns 总会被改成 false：多模态数据需要这些列。",
  },
});
