import { defineRule } from "../rule";

export default defineRule({
  id: "reward-model-quantization-bit-valid",
  severity: "error",
  phase: "finetuning",
  commands: ["train", "infer", "eval", "export"],
  source: { release: "v0.9.5", file: "src/llamafactory/hparams/finetuning_args.py", line: 578 },
  holds: { since: "v0.9.0", main: true },
  reads: ["reward_model_quantization_bit"],
  upstreamMessage: "We only accept 4-bit or 8-bit quantization.",
  check(config) {
    const applies = !config.is("reward_model_quantization_bit", null, 8, 4);
    return applies
      ? [{ at: "reward_model_quantization_bit", data: { value: config.text("reward_model_quantization_bit") } }]
      : [];
  },
  message: {
    en: ({ value }) => `The reward model is quantized to 4 or 8 bits or not at all, not to ${value}.`,
    zh: ({ value }) => `奖励模型只能量化为 4 或 8 比特，或不量化，不能是 ${value}。`,
  },
});
