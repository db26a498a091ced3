import { defineRule } from "../rule";

export default defineRule({
  id: "pissa-init-lora-only",
  severity: "error",
  phase: "finetuning",
  commands: ["train", "infer", "eval", "export"],
  source: { release: "v0.9.5", file: "src/llamafactory/hparams/finetuning_args.py", line: 615 },
  holds: { since: "v0.9.0", main: true },
  reads: ["finetuning_type", "pissa_init"],
  upstreamMessage: "`pissa_init` is only valid for LoRA training.",
  check(config) {
    const applies = !config.is("finetuning_type", "lora") && config.isTrue("pissa_init");
    return applies
      ? [
          {
            at: "pissa_init",
            data: { method: config.text("finetuning_type") },
            fix: [{ kind: "remove", key: "pissa_init" }],
          },
        ]
      : [];
  },
  message: {
    en: ({ method }) => `PiSSA is a variant of LoRA and needs finetuning_type: lora, not ${method}.`,
    zh: ({ method }) => `PiSSA 是 LoRA 的变体，需要 finetuning_type: lora，而当前是 ${method}。`,
  },
});
