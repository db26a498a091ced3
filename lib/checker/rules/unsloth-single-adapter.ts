import { defineRule } from "../rule";

export default defineRule({
  id: "unsloth-single-adapter",
  severity: "warning",
  phase: "later",
  commands: ["train", "infer", "eval", "export"],
  source: { release: "v0.9.5", file: "src/llamafactory/model/adapter.py", line: 172 },
  holds: { since: "v0.9.0", main: true },
  reads: ["adapter_name_or_path", "use_unsloth"],
  upstreamMessage: "Unsloth model only accepts a single adapter.",
  check(config) {
    const applies =
      config.isTrue("use_unsloth") &&
      config.isSet("adapter_name_or_path") &&
      config.length("adapter_name_or_path") !== 1;
    return applies ? [{ at: "adapter_name_or_path", data: { count: config.length("adapter_name_or_path") } }] : [];
  },
  message: {
    en: ({ count }) => `Unsloth takes one adapter, not ${count}: loading the model stops.`,
    zh: ({ count }) => `Unsloth 只能加载一个适配器，这里有 ${count} 个，加载模型时会报错停止。`,
  },
});
