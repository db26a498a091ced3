import { defineRule } from "../rule";

export default defineRule({
  id: "layerwise-galore-no-accumulation",
  severity: "warning",
  phase: "later",
  commands: ["train"],
  source: { release: "v0.9.5", file: "src/llamafactory/train/trainer_utils.py", line: 251 },
  holds: { since: "v0.9.0", main: true },
  reads: ["galore_layerwise", "gradient_accumulation_steps", "use_galore"],
  upstreamMessage: "Per-layer GaLore does not support gradient accumulation.",
  check(config) {
    const applies =
      config.isTrue("use_galore") && config.isTrue("galore_layerwise") && !config.is("gradient_accumulation_steps", 1);
    return applies
      ? [
          {
            at: "gradient_accumulation_steps",
            data: {},
            fix: [{ kind: "set", key: "gradient_accumulation_steps", value: 1 }],
          },
        ]
      : [];
  },
  message: {
    en: () => "Layer-wise GaLore updates at once and cannot accumulate gradients: training stops.",
    zh: () => "逐层 GaLore 会立即更新权重，无法累积梯度：训练会报错停止。",
  },
});
