import { defineRule } from "../rule";

export default defineRule({
  id: "vllm-single-adapter",
  severity: "error",
  phase: "infer-checks",
  commands: ["infer"],
  source: { release: "v0.9.5", file: "src/llamafactory/hparams/parser.py", line: 555 },
  holds: { since: "v0.9.0", main: true },
  reads: ["infer_backend", "adapter_name_or_path"],
  upstreamMessage: "vLLM only accepts a single adapter. Merge them first.",
  check(config) {
    const applies =
      config.is("infer_backend", "vllm") &&
      config.isSet("adapter_name_or_path") &&
      config.length("adapter_name_or_path") !== 1;
    return applies ? [{ at: "adapter_name_or_path", data: { count: config.length("adapter_name_or_path") } }] : [];
  },
  message: {
    en: ({ count }) => `vLLM takes one adapter, not ${count}: merge them first.`,
    zh: ({ count }) => `vLLM 只能加载一个适配器，这里有 ${count} 个：请先合并。`,
  },
});
