import { defineRule } from "../rule";
import { quantizedByName } from "../upstream/quantized-by-name";

export default defineRule({
  id: "quantized-model-no-pissa",
  severity: "warning",
  phase: "later",
  commands: ["train"],
  source: { release: "v0.9.5", file: "src/llamafactory/model/adapter.py", line: 311 },
  holds: { since: "v0.9.0", main: true },
  reads: ["pissa_init", "model_name_or_path"],
  upstreamMessage: "Cannot initialize PiSSA adapter on quantized models.",
  check(config) {
    const applies = quantizedByName(config) !== null && config.isTrue("pissa_init");
    return applies
      ? [
          {
            at: "pissa_init",
            data: { model: config.text("model_name_or_path") },
            fix: [{ kind: "remove", key: "pissa_init" }],
          },
        ]
      : [];
  },
  message: {
    en: ({ model }) =>
      `The name ${model} looks like a quantized model, and PiSSA cannot decompose quantized weights: loading it stops.`,
    zh: ({ model }) => `从名字看 ${model} 是已量化的模型，PiSSA 无法分解量化后的权重：加载时会报错停止。`,
  },
});
