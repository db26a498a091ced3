import { defineRule } from "../rule";

export default defineRule({
  id: "low-cpu-mem-off-zero3",
  severity: "warning",
  phase: "later",
  commands: ["train", "infer", "eval", "export"],
  source: { release: "v0.9.5", file: "src/llamafactory/model/patcher.py", line: 371 },
  holds: { since: "v0.9.0", main: true },
  reads: ["low_cpu_mem_usage", "deepspeed"],
  check(config) {
    const applies = config.isWritten("low_cpu_mem_usage") && config.isTrue("low_cpu_mem_usage") && config.usesZero3;
    return applies ? [{ at: "low_cpu_mem_usage", data: {} }] : [];
  },
  message: {
    en: () => "ZeRO-3 loads the weights its own way: low_cpu_mem_usage is switched off.",
    zh: () => "ZeRO-3 用自己的方式加载权重：low_cpu_mem_usage 会被关闭。",
  },
});
