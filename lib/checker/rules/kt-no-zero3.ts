import { defineRule } from "../rule";

export default defineRule({
  id: "kt-no-zero3",
  severity: "error",
  phase: "train-checks",
  commands: ["train"],
  source: { release: "v0.9.5", file: "src/llamafactory/hparams/parser.py", line: 413 },
  holds: { since: "v0.9.4", main: true },
  reads: ["use_kt", "deepspeed"],
  upstreamMessage: "KTransformers is incompatible with DeepSpeed ZeRO-3.",
  check(config) {
    const applies = config.isTrue("use_kt") && config.usesZero3;
    return applies ? [{ at: "use_kt", data: {}, fix: [{ kind: "remove", key: "deepspeed" }] }] : [];
  },
  message: {
    en: () => "KTransformers does not work with DeepSpeed ZeRO-3.",
    zh: () => "KTransformers 不能与 DeepSpeed ZeRO-3 一起使用。",
  },
});
