import { defineRule } from "../rule";

export default defineRule({
  id: "pure-bf16-no-zero3",
  severity: "error",
  phase: "train-checks",
  commands: ["train"],
  source: { release: "v0.9.5", file: "src/llamafactory/hparams/parser.py", line: 385 },
  holds: { since: "v0.9.0", main: true },
  reads: ["pure_bf16", "deepspeed"],
  upstreamMessage: "`pure_bf16` is incompatible with DeepSpeed ZeRO-3.",
  check(config) {
    const applies = config.isTrue("pure_bf16") && config.usesZero3;
    return applies
      ? [
          {
            at: "pure_bf16",
            data: {},
            fix: [
              { kind: "remove", key: "pure_bf16" },
              { kind: "set", key: "bf16", value: true },
            ],
          },
        ]
      : [];
  },
  message: {
    en: () => "pure_bf16 and ZeRO-3 exclude each other; with DeepSpeed use bf16.",
    zh: () => "pure_bf16 与 ZeRO-3 互斥；用 DeepSpeed 时请改用 bf16。",
  },
});
