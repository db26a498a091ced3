import { defineRule } from "../rule";

export default defineRule({
  id: "ratio-badam-single-process",
  severity: "error",
  phase: "train-checks",
  commands: ["train"],
  source: { release: "v0.9.5", file: "src/llamafactory/hparams/parser.py", line: 396 },
  holds: { since: "v0.9.0", main: true },
  reads: ["use_badam", "badam_mode"],
  upstreamMessage: "Radio-based BAdam does not yet support distributed training, use layer-wise BAdam.",
  check(config) {
    const applies = config.isTrue("use_badam") && config.is("badam_mode", "ratio") && config.isDistributed;
    return applies ? [{ at: "badam_mode", data: {} }] : [];
  },
  message: {
    en: () => "BAdam in ratio mode runs in one process only; use badam_mode: layer with ZeRO-3.",
    zh: () => "ratio 模式的 BAdam 只能单进程运行；请改用 badam_mode: layer 并配合 ZeRO-3。",
  },
});
