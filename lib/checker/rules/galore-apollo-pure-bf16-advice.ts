import { defineRule } from "../rule";

export default defineRule({
  id: "galore-apollo-pure-bf16-advice",
  severity: "note",
  phase: "train-after",
  commands: ["train"],
  source: { release: "v0.9.5", file: "src/llamafactory/hparams/parser.py", line: 447 },
  holds: { since: "v0.9.2", main: true },
  reads: ["use_galore", "use_apollo", "pure_bf16", "do_train"],
  upstreamMessage: "Using GaLore or APOLLO with mixed precision training may significantly increases GPU memory usage.",
  check(config) {
    const applies =
      config.isTrue("do_train") &&
      (config.isTrue("use_galore") || config.isTrue("use_apollo")) &&
      !config.isTrue("pure_bf16");
    return applies ? [{ at: "pure_bf16", data: {} }] : [];
  },
  message: {
    en: () =>
      "With mixed precision GaLore and APOLLO keep a float32 copy of the weights; pure_bf16: true saves that memory.",
    zh: () => "混合精度下，GaLore 和 APOLLO 会保留一份 float32 权重；pure_bf16: true 可以省下这部分显存。",
  },
});
