import { defineRule } from "../rule";

export default defineRule({
  id: "adapter-needs-lora",
  severity: "error",
  phase: "verify",
  commands: ["train", "infer", "eval", "export"],
  source: { release: "v0.9.5", file: "src/llamafactory/hparams/parser.py", line: 186 },
  holds: { since: "v0.9.0", main: true },
  reads: ["adapter_name_or_path", "finetuning_type"],
  upstreamMessage: "Adapter is only valid for the LoRA method.",
  check(config) {
    const applies = config.isSet("adapter_name_or_path") && !config.is("finetuning_type", "lora");
    return applies ? [{ at: "adapter_name_or_path", data: { method: config.text("finetuning_type") } }] : [];
  },
  message: {
    en: ({ method }) =>
      `An adapter can only be loaded with finetuning_type: lora, not ${method}. Merge it into the model first.`,
    zh: ({ method }) => `只有 finetuning_type: lora 才能加载适配器，而当前是 ${method}。请先把它合并进模型。`,
  },
});
