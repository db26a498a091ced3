import { defineRule } from "../rule";

export default defineRule({
  id: "deepspeed-needs-torchrun",
  severity: "error",
  phase: "train-checks",
  commands: ["train"],
  source: { release: "v0.9.5", file: "src/llamafactory/hparams/parser.py", line: 354 },
  holds: { since: "v0.9.0", main: true },
  reads: ["deepspeed"],
  upstreamMessage: "Please use `FORCE_TORCHRUN=1` to launch DeepSpeed training.",
  check(config) {
    const applies = config.isTrue("deepspeed") && !config.isDistributed;
    return applies ? [{ at: "deepspeed", data: {} }] : [];
  },
  message: {
    en: () => "DeepSpeed needs a distributed launch, even on one GPU: set FORCE_TORCHRUN=1.",
    zh: () => "DeepSpeed 必须以分布式方式启动，单卡也一样：请设置 FORCE_TORCHRUN=1。",
  },
});
