import { defineRule } from "../rule";

export default defineRule({
  id: "layerwise-apollo-single-process",
  severity: "error",
  phase: "train-checks",
  commands: ["train"],
  source: { release: "v0.9.5", file: "src/llamafactory/hparams/parser.py", line: 392 },
  holds: { since: "v0.9.0", main: true },
  reads: ["use_apollo", "apollo_layerwise"],
  upstreamMessage: "Distributed training does not support layer-wise APOLLO.",
  check(config) {
    const applies = config.isTrue("use_apollo") && config.isTrue("apollo_layerwise") && config.isDistributed;
    return applies ? [{ at: "apollo_layerwise", data: {}, fix: [{ kind: "remove", key: "apollo_layerwise" }] }] : [];
  },
  message: {
    en: () => "Layer-wise APOLLO runs in one process only, not in distributed training.",
    zh: () => "逐层 APOLLO 只能单进程运行，不支持分布式训练。",
  },
});
