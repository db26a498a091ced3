import { defineRule } from "../rule";

export default defineRule({
  id: "pure-bf16-device",
  severity: "error",
  phase: "train-checks",
  commands: ["train"],
  source: { release: "v0.9.5", file: "src/llamafactory/hparams/parser.py", line: 382 },
  holds: { since: "v0.9.0", main: true },
  reads: ["pure_bf16"],
  upstreamMessage: "This device does not support `pure_bf16`.",
  check(config) {
    const applies = config.isTrue("pure_bf16") && !config.supportsBf16;
    return applies ? [{ at: "pure_bf16", data: {}, fix: [{ kind: "remove", key: "pure_bf16" }] }] : [];
  },
  message: {
    en: () => "pure_bf16 needs a device that supports bf16.",
    zh: () => "pure_bf16 需要支持 bf16 的设备。",
  },
});
