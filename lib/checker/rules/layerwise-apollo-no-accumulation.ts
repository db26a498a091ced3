import { defineRule } from "../rule";

export default defineRule({
  id: "layerwise-apollo-no-accumulation",
  severity: "warning",
  phase: "later",
  commands: ["train"],
  source: { release: "v0.9.5", file: "src/llamafactory/train/trainer_utils.py", line: 338 },
  holds: { since: "v0.9.2", main: true },
  reads: ["apollo_layerwise", "gradient_accumulation_steps", "use_apollo"],
  upstreamMessage: "Per-layer APOLLO does not support gradient accumulation.",
  check(config) {
    const applies =
      config.isTrue("use_apollo") && config.isTrue("apollo_layerwise") && !config.is("gradient_accumulation_steps", 1);
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
    en: () => "Layer-wise APOLLO updates at once and cannot accumulate gradients: training stops.",
    zh: () => "逐层 APOLLO 会立即更新权重，无法累积梯度：训练会报错停止。",
  },
});
