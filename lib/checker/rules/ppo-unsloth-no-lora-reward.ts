import { defineRule } from "../rule";

export default defineRule({
  id: "ppo-unsloth-no-lora-reward",
  severity: "error",
  phase: "train-checks",
  commands: ["train"],
  source: { release: "v0.9.5", file: "src/llamafactory/hparams/parser.py", line: 343 },
  holds: { since: "v0.9.0", main: true },
  reads: ["stage", "reward_model_type", "use_unsloth"],
  upstreamMessage: "Unsloth does not support lora reward model.",
  check(config) {
    const applies = config.is("stage", "ppo") && config.is("reward_model_type", "lora") && config.isTrue("use_unsloth");
    return applies
      ? [{ at: "reward_model_type", data: {}, fix: [{ kind: "set", key: "reward_model_type", value: "full" }] }]
      : [];
  },
  message: {
    en: () => "With Unsloth the reward model cannot be a LoRA adapter.",
    zh: () => "使用 Unsloth 时，奖励模型不能是 LoRA 适配器。",
  },
});
