import { defineRule } from "../rule";

export default defineRule({
  id: "quantization-needs-lora-or-oft",
  severity: "error",
  phase: "verify",
  commands: ["train", "infer", "eval", "export"],
  source: { release: "v0.9.5", file: "src/llamafactory/hparams/parser.py", line: 190 },
  holds: { since: "v0.9.0", main: true },
  reads: ["quantization_bit", "finetuning_type"],
  upstreamMessage: "Quantization is only compatible with the LoRA or OFT method.",
  check(config) {
    const applies = config.isSet("quantization_bit") && !config.is("finetuning_type", "lora", "oft");
    return applies
      ? [
          {
            at: "quantization_bit",
            data: { method: config.text("finetuning_type") },
            fix: [{ kind: "set", key: "finetuning_type", value: "lora" }],
          },
        ]
      : [];
  },
  message: {
    en: ({ method }) => `A quantized model can only be trained through adapters (lora or oft), not with ${method}.`,
    zh: ({ method }) => `量化后的模型只能通过适配器（lora 或 oft）训练，不能用 ${method}。`,
  },
});
