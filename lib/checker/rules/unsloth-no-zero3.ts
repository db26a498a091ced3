import { defineRule } from "../rule";

export default defineRule({
  id: "unsloth-no-zero3",
  severity: "error",
  phase: "train-checks",
  commands: ["train"],
  source: { release: "v0.9.5", file: "src/llamafactory/hparams/parser.py", line: 410 },
  holds: { since: "v0.9.0", main: true },
  reads: ["use_unsloth", "deepspeed"],
  upstreamMessage: "Unsloth is incompatible with DeepSpeed ZeRO-3.",
  check(config) {
    const applies = config.isTrue("use_unsloth") && config.usesZero3;
    return applies ? [{ at: "use_unsloth", data: {}, fix: [{ kind: "remove", key: "use_unsloth" }] }] : [];
  },
  message: {
    en: () => "Unsloth does not work with DeepSpeed ZeRO-3.",
    zh: () => "Unsloth 不能与 DeepSpeed ZeRO-3 一起使用。",
  },
});
