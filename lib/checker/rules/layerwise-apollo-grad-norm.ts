import { defineRule } from "../rule";

export default defineRule({
  id: "layerwise-apollo-grad-norm",
  severity: "note",
  phase: "later",
  commands: ["train"],
  source: { release: "v0.9.5", file: "src/llamafactory/train/trainer_utils.py", line: 336 },
  holds: { since: "v0.9.2", main: true },
  reads: ["apollo_layerwise", "use_apollo"],
  upstreamMessage: "The displayed gradient norm will be all zeros in layerwise APOLLO.",
  check(config) {
    const applies = config.isTrue("use_apollo") && config.isTrue("apollo_layerwise");
    return applies ? [{ at: "apollo_layerwise", data: {} }] : [];
  },
  message: {
    en: () => "In layer-wise APOLLO the gradient norm in the log is always zero.",
    zh: () => "逐层 APOLLO 的日志里，梯度范数始终显示为 0。",
  },
});
