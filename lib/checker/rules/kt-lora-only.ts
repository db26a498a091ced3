import { defineRule } from "../rule";

export default defineRule({
  id: "kt-lora-only",
  severity: "warning",
  phase: "later",
  commands: ["train"],
  source: { release: "v0.9.5", file: "src/llamafactory/model/adapter.py", line: 254 },
  holds: { since: "v0.9.5", main: true },
  reads: ["use_kt", "finetuning_type"],
  upstreamMessage: "KTransformers only supports LoRA finetuning.",
  check(config) {
    const applies = config.isTrue("use_kt") && config.is("finetuning_type", "oft");
    return applies ? [{ at: "use_kt", data: {}, fix: [{ kind: "set", key: "finetuning_type", value: "lora" }] }] : [];
  },
  message: {
    en: () => "KTransformers trains LoRA adapters only: with oft, loading the model stops.",
    zh: () => "KTransformers 只支持 LoRA：用 oft 时，加载模型会报错停止。",
  },
});
