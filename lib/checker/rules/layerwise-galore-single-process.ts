import { defineRule } from "../rule";

export default defineRule({
  id: "layerwise-galore-single-process",
  severity: "error",
  phase: "train-checks",
  commands: ["train"],
  source: { release: "v0.9.5", file: "src/llamafactory/hparams/parser.py", line: 389 },
  holds: { since: "v0.9.0", main: true },
  reads: ["use_galore", "galore_layerwise"],
  upstreamMessage: "Distributed training does not support layer-wise GaLore.",
  check(config) {
    const applies = config.isTrue("use_galore") && config.isTrue("galore_layerwise") && config.isDistributed;
    return applies ? [{ at: "galore_layerwise", data: {}, fix: [{ kind: "remove", key: "galore_layerwise" }] }] : [];
  },
  message: {
    en: () => "Layer-wise GaLore runs in one process only, not in distributed training.",
    zh: () => "逐层 GaLore 只能单进程运行，不支持分布式训练。",
  },
});
