import { defineRule } from "../rule";

export default defineRule({
  id: "layer-badam-distributed-zero3",
  severity: "error",
  phase: "train-checks",
  commands: ["train"],
  source: { release: "v0.9.5", file: "src/llamafactory/hparams/parser.py", line: 398 },
  holds: { since: "v0.9.0", main: true },
  reads: ["use_badam", "badam_mode", "deepspeed"],
  upstreamMessage: "Layer-wise BAdam only supports DeepSpeed ZeRO-3 training.",
  check(config) {
    const applies =
      config.isTrue("use_badam") && !config.is("badam_mode", "ratio") && config.isDistributed && !config.usesZero3;
    return applies ? [{ at: "use_badam", data: {} }] : [];
  },
  message: {
    en: () => "Distributed BAdam needs DeepSpeed ZeRO-3.",
    zh: () => "分布式 BAdam 必须使用 DeepSpeed ZeRO-3。",
  },
});
