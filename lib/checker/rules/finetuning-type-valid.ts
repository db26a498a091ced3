import { defineRule } from "../rule";

export default defineRule({
  id: "finetuning-type-valid",
  severity: "error",
  phase: "finetuning",
  commands: ["train", "infer", "eval", "export"],
  source: { release: "v0.9.5", file: "src/llamafactory/hparams/finetuning_args.py", line: 576 },
  holds: { since: "v0.9.0", main: true },
  reads: ["finetuning_type"],
  upstreamMessage: "Invalid fine-tuning method.",
  check(config) {
    const applies = !config.is("finetuning_type", "lora", "oft", "freeze", "full");
    return applies ? [{ at: "finetuning_type", data: { value: config.text("finetuning_type") } }] : [];
  },
  message: {
    en: ({ value }) =>
      `finetuning_type must be lora, oft, freeze or full, not ${value}. QLoRA is lora with quantization_bit.`,
    zh: ({ value }) =>
      `finetuning_type 只能是 lora、oft、freeze 或 full，不能是 ${value}。QLoRA 写作 lora 加 quantization_bit。`,
  },
});
