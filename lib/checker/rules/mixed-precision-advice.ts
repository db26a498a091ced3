import { defineRule } from "../rule";

export default defineRule({
  id: "mixed-precision-advice",
  severity: "note",
  phase: "train-after",
  commands: ["train"],
  source: { release: "v0.9.5", file: "src/llamafactory/hparams/parser.py", line: 439 },
  holds: { since: "v0.9.0", main: true },
  reads: ["fp16", "bf16", "do_train"],
  upstreamMessage: "We recommend enable mixed precision training.",
  check(config) {
    const applies =
      config.isTrue("do_train") && !config.isTrue("fp16") && !config.isTrue("bf16") && !config.isTrue("pure_bf16");
    return applies ? [{ at: "bf16", data: {}, fix: [{ kind: "set", key: "bf16", value: true }] }] : [];
  },
  message: {
    en: () => "Neither bf16 nor fp16 is set: training runs in float32 arithmetic, slower and with more memory.",
    zh: () => "bf16 和 fp16 都没有设置：训练会用 float32 计算，更慢也更占显存。",
  },
});
