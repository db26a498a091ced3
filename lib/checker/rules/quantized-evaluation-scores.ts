import { defineRule } from "../rule";

export default defineRule({
  id: "quantized-evaluation-scores",
  severity: "note",
  phase: "train-after",
  commands: ["train"],
  source: { release: "v0.9.5", file: "src/llamafactory/hparams/parser.py", line: 451 },
  holds: { since: "v0.9.0", main: true },
  reads: ["do_train", "quantization_bit"],
  upstreamMessage: "Evaluating model in 4/8-bit mode may cause lower scores.",
  check(config) {
    const applies = !config.isTrue("do_train") && config.isSet("quantization_bit");
    return applies ? [{ at: "quantization_bit", data: {} }] : [];
  },
  message: {
    en: () => "Evaluating a 4- or 8-bit model may score lower than the model itself.",
    zh: () => "用 4 或 8 比特评估，得分可能低于原模型。",
  },
});
