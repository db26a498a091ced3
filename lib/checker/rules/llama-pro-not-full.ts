import { defineRule } from "../rule";

export default defineRule({
  id: "llama-pro-not-full",
  severity: "error",
  phase: "finetuning",
  commands: ["train", "infer", "eval", "export"],
  source: { release: "v0.9.5", file: "src/llamafactory/hparams/finetuning_args.py", line: 593 },
  holds: { since: "v0.9.0", main: true },
  reads: ["use_llama_pro", "finetuning_type"],
  upstreamMessage: "`use_llama_pro` is only valid for Freeze or LoRA training.",
  check(config) {
    const applies = config.isTrue("use_llama_pro") && config.is("finetuning_type", "full");
    return applies
      ? [{ at: "use_llama_pro", data: {}, fix: [{ kind: "set", key: "finetuning_type", value: "freeze" }] }]
      : [];
  },
  message: {
    en: () => "LLaMA Pro trains added blocks only, which full fine-tuning contradicts; use freeze or lora.",
    zh: () => "LLaMA Pro 只训练新增的块，与全参数微调矛盾；请用 freeze 或 lora。",
  },
});
