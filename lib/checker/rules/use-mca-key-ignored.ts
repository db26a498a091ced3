import { defineRule } from "../rule";

export default defineRule({
  id: "use-mca-key-ignored",
  severity: "warning",
  phase: "train-checks",
  commands: ["train"],
  source: { release: "v0.9.5", file: "src/llamafactory/hparams/parser.py", line: 309 },
  holds: { since: "v0.9.4", main: true },
  reads: ["use_mca"],
  check(config) {
    const applies = !config.usesMegatron && config.isWritten("use_mca") && config.isTrue("use_mca");
    return applies ? [{ at: "use_mca", data: {}, fix: [{ kind: "remove", key: "use_mca" }] }] : [];
  },
  adjust(config) {
    if (!config.usesMegatron) config.set("use_mca", false);
  },
  message: {
    en: () => "use_mca is overwritten with false: only the environment variable USE_MCA=1 turns Megatron on.",
    zh: () => "use_mca 会被改为 false：只有环境变量 USE_MCA=1 才能启用 Megatron。",
  },
});
