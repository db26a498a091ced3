import { defineRule } from "../rule";

export default defineRule({
  id: "galore-apollo-no-deepspeed",
  severity: "error",
  phase: "train-checks",
  commands: ["train"],
  source: { release: "v0.9.5", file: "src/llamafactory/hparams/parser.py", line: 401 },
  holds: { since: "v0.9.2", main: true },
  reads: ["deepspeed", "use_galore", "use_apollo"],
  upstreamMessage: "GaLore and APOLLO are incompatible with DeepSpeed yet.",
  check(config) {
    const applies = config.isSet("deepspeed") && (config.isTrue("use_galore") || config.isTrue("use_apollo"));
    return applies ? [{ at: "deepspeed", data: {}, fix: [{ kind: "remove", key: "deepspeed" }] }] : [];
  },
  message: {
    en: () => "GaLore and APOLLO do not work with DeepSpeed.",
    zh: () => "GaLore 和 APOLLO 不能与 DeepSpeed 一起使用。",
  },
});
