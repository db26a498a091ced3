import { defineRule } from "../rule";

export default defineRule({
  id: "layerwise-galore-grad-norm",
  severity: "note",
  phase: "later",
  commands: ["train"],
  source: { release: "v0.9.5", file: "src/llamafactory/train/trainer_utils.py", line: 249 },
  holds: { since: "v0.9.2", main: true },
  reads: ["galore_layerwise", "use_galore"],
  upstreamMessage: "The displayed gradient norm will be all zeros in layerwise GaLore.",
  check(config) {
    const applies = config.isTrue("use_galore") && config.isTrue("galore_layerwise");
    return applies ? [{ at: "galore_layerwise", data: {} }] : [];
  },
  message: {
    en: () => "In layer-wise GaLore the gradient norm in the log is always zero.",
    zh: () => "逐层 GaLore 的日志里，梯度范数始终显示为 0。",
  },
});
