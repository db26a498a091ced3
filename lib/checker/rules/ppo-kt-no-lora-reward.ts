import { defineRule } from "../rule";

export default defineRule({
  id: "ppo-kt-no-lora-reward",
  severity: "error",
  phase: "train-checks",
  commands: ["train"],
  source: { release: "v0.9.5", file: "src/llamafactory/hparams/parser.py", line: 340 },
  holds: { since: "v0.9.4", main: true },
  reads: ["stage", "reward_model_type", "use_kt"],
  upstreamMessage: "KTransformers does not support lora reward model.",
  check(config) {
    const applies = config.is("stage", "ppo") && config.is("reward_model_type", "lora") && config.isTrue("use_kt");
    return applies
      ? [{ at: "reward_model_type", data: {}, fix: [{ kind: "set", key: "reward_model_type", value: "full" }] }]
      : [];
  },
  message: {
    en: () => "With KTransformers the reward model cannot be a LoRA adapter.",
    zh: () => "使用 KTransformers 时，奖励模型不能是 LoRA 适配器。",
  },
});
