import { defineRule } from "../rule";

export default defineRule({
  id: "badam-ratio-positive",
  severity: "warning",
  phase: "later",
  commands: ["train"],
  source: { release: "v0.9.5", file: "src/llamafactory/train/trainer_utils.py", line: 455 },
  holds: { since: "v0.9.0", main: true },
  reads: ["badam_update_ratio", "badam_mode", "use_badam"],
  check(config) {
    const applies =
      config.isTrue("use_badam") && config.is("badam_mode", "ratio") && !config.isGreater("badam_update_ratio", 1e-6);
    return applies ? [{ at: "badam_update_ratio", data: {} }] : [];
  },
  message: {
    en: () => "BAdam in ratio mode must update something: badam_update_ratio has to be above 0, and training stops.",
    zh: () => "ratio 模式的 BAdam 必须更新一部分参数：badam_update_ratio 要大于 0，否则训练会报错停止。",
  },
});
