import { defineRule } from "../rule";

export default defineRule({
  id: "flash-attn-fa2-not-installed",
  severity: "warning",
  phase: "later",
  commands: ["train", "infer", "eval", "export"],
  source: { release: "v0.9.5", file: "src/llamafactory/model/model_utils/attention.py", line: 81 },
  holds: { since: "v0.9.0", main: true },
  reads: ["flash_attn"],
  upstreamMessage: "FlashAttention-2 is not installed.",
  check(config) {
    const applies = config.is("flash_attn", "fa2") && config.isMissing("flash-attn") && !config.environment.npu;
    return applies ? [{ at: "flash_attn", data: {} }] : [];
  },
  message: {
    en: () => "flash-attn is not installed, so fa2 is dropped and the default attention is used.",
    zh: () => "没有安装 flash-attn，fa2 会被忽略，改用默认的注意力实现。",
  },
});
