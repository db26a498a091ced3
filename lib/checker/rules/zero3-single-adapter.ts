import { defineRule } from "../rule";

export default defineRule({
  id: "zero3-single-adapter",
  severity: "warning",
  phase: "later",
  commands: ["train", "infer", "eval", "export"],
  source: { release: "v0.9.5", file: "src/llamafactory/model/adapter.py", line: 164 },
  holds: { since: "v0.9.0", main: true },
  reads: ["adapter_name_or_path", "deepspeed"],
  upstreamMessage: "Cannot use multiple adapters in DeepSpeed ZeRO-3.",
  check(config) {
    const applies =
      config.usesZero3 && config.isSet("adapter_name_or_path") && config.length("adapter_name_or_path") !== 1;
    return applies ? [{ at: "adapter_name_or_path", data: { count: config.length("adapter_name_or_path") } }] : [];
  },
  message: {
    en: ({ count }) => `ZeRO-3 takes one adapter, not ${count}: loading the model stops. Merge them first.`,
    zh: ({ count }) => `ZeRO-3 只能加载一个适配器，这里有 ${count} 个，加载模型时会报错停止。请先合并。`,
  },
});
