import { defineRule } from "../rule";
import { quantizedByName } from "../upstream/quantized-by-name";

export default defineRule({
  id: "quantized-model-needs-lora-or-oft",
  severity: "warning",
  phase: "later",
  commands: ["train"],
  source: { release: "v0.9.5", file: "src/llamafactory/model/adapter.py", line: 308 },
  holds: { since: "v0.9.0", main: true },
  reads: ["finetuning_type", "model_name_or_path"],
  upstreamMessage: "Quantized models can only be used for the LoRA or OFT tuning.",
  check(config) {
    const applies = quantizedByName(config) !== null && !config.is("finetuning_type", "lora", "oft");
    return applies ? [{ at: "finetuning_type", data: { model: config.text("model_name_or_path") } }] : [];
  },
  message: {
    en: ({ model }) =>
      `The name ${model} looks like a quantized model, and those can only be trained with lora or oft: loading it stops.`,
    zh: ({ model }) => `从名字看 ${model} 是已量化的模型，只能用 lora 或 oft 训练：加载时会报错停止。`,
  },
});
