import { defineRule } from "../rule";
import { quantizedByName } from "../upstream/quantized-by-name";

export default defineRule({
  id: "ptq-ignores-quantization-bit",
  severity: "warning",
  phase: "later",
  commands: ["train", "infer", "eval", "export"],
  source: { release: "v0.9.5", file: "src/llamafactory/model/model_utils/quantization.py", line: 92 },
  holds: { since: "v0.9.0", main: true },
  reads: ["quantization_bit", "model_name_or_path"],
  upstreamMessage: "`quantization_bit` will not affect on the PTQ-quantized models.",
  check(config) {
    const applies = config.isSet("quantization_bit") && quantizedByName(config) !== null;
    return applies
      ? [
          {
            at: "quantization_bit",
            data: { model: config.text("model_name_or_path") },
            fix: [{ kind: "remove", key: "quantization_bit" }],
          },
        ]
      : [];
  },
  message: {
    en: ({ model }) => `The name ${model} looks like a quantized model; quantization_bit has no effect on it.`,
    zh: ({ model }) => `从名字看 ${model} 是已量化的模型，quantization_bit 对它不起作用。`,
  },
});
