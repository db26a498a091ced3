import { defineRule } from "../rule";

export default defineRule({
  id: "loraplus-lr-ratio-lora-only",
  severity: "error",
  phase: "finetuning",
  commands: ["train", "infer", "eval", "export"],
  source: { release: "v0.9.5", file: "src/llamafactory/hparams/finetuning_args.py", line: 606 },
  holds: { since: "v0.9.0", main: true },
  reads: ["finetuning_type", "loraplus_lr_ratio"],
  upstreamMessage: "`loraplus_lr_ratio` is only valid for LoRA training.",
  check(config) {
    const applies = !config.is("finetuning_type", "lora") && config.isSet("loraplus_lr_ratio");
    return applies
      ? [
          {
            at: "loraplus_lr_ratio",
            data: { method: config.text("finetuning_type") },
            fix: [{ kind: "remove", key: "loraplus_lr_ratio" }],
          },
        ]
      : [];
  },
  message: {
    en: ({ method }) => `A LoRA+ ratio needs finetuning_type: lora, and this config trains with ${method}.`,
    zh: ({ method }) => `LoRA+ 的学习率比值只能配合 finetuning_type: lora 使用，而当前是 ${method}。`,
  },
});
