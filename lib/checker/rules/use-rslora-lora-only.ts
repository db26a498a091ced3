import { defineRule } from "../rule";

export default defineRule({
  id: "use-rslora-lora-only",
  severity: "error",
  phase: "finetuning",
  commands: ["train", "infer", "eval", "export"],
  source: { release: "v0.9.5", file: "src/llamafactory/hparams/finetuning_args.py", line: 609 },
  holds: { since: "v0.9.0", main: true },
  reads: ["finetuning_type", "use_rslora"],
  upstreamMessage: "`use_rslora` is only valid for LoRA training.",
  check(config) {
    const applies = !config.is("finetuning_type", "lora") && config.isTrue("use_rslora");
    return applies
      ? [
          {
            at: "use_rslora",
            data: { method: config.text("finetuning_type") },
            fix: [{ kind: "remove", key: "use_rslora" }],
          },
        ]
      : [];
  },
  message: {
    en: ({ method }) => `rsLoRA is a variant of LoRA and needs finetuning_type: lora, not ${method}.`,
    zh: ({ method }) => `rsLoRA 是 LoRA 的变体，需要 finetuning_type: lora，而当前是 ${method}。`,
  },
});
