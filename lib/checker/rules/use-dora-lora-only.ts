import { defineRule } from "../rule";

export default defineRule({
  id: "use-dora-lora-only",
  severity: "error",
  phase: "finetuning",
  commands: ["train", "infer", "eval", "export"],
  source: { release: "v0.9.5", file: "src/llamafactory/hparams/finetuning_args.py", line: 612 },
  holds: { since: "v0.9.0", main: true },
  reads: ["finetuning_type", "use_dora"],
  upstreamMessage: "`use_dora` is only valid for LoRA training.",
  check(config) {
    const applies = !config.is("finetuning_type", "lora") && config.isTrue("use_dora");
    return applies
      ? [
          {
            at: "use_dora",
            data: { method: config.text("finetuning_type") },
            fix: [{ kind: "remove", key: "use_dora" }],
          },
        ]
      : [];
  },
  message: {
    en: ({ method }) => `DoRA is a variant of LoRA and needs finetuning_type: lora, not ${method}.`,
    zh: ({ method }) => `DoRA 是 LoRA 的变体，需要 finetuning_type: lora，而当前是 ${method}。`,
  },
});
