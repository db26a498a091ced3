import { defineRule } from "../rule";

export default defineRule({
  id: "ppo-no-shift-attn",
  severity: "error",
  phase: "train-checks",
  commands: ["train"],
  source: { release: "v0.9.5", file: "src/llamafactory/hparams/parser.py", line: 337 },
  holds: { since: "v0.9.0", main: true },
  reads: ["stage", "shift_attn"],
  upstreamMessage: "PPO training is incompatible with S^2-Attn.",
  check(config) {
    const applies = config.is("stage", "ppo") && config.isTrue("shift_attn");
    return applies ? [{ at: "shift_attn", data: {}, fix: [{ kind: "remove", key: "shift_attn" }] }] : [];
  },
  message: {
    en: () => "PPO does not work with shift_attn (S²-Attn).",
    zh: () => "PPO 不能与 shift_attn（S²-Attn）一起使用。",
  },
});
