import { defineRule } from "../rule";

export default defineRule({
  id: "full-reward-same-tokenizer",
  severity: "note",
  phase: "later",
  commands: ["train"],
  source: { release: "v0.9.5", file: "src/llamafactory/train/trainer_utils.py", line: 189 },
  holds: { since: "v0.9.0", main: true },
  reads: ["reward_model_type", "reward_model", "stage"],
  upstreamMessage: "Please ensure the ppo model and reward model share SAME tokenizer and vocabulary.",
  check(config) {
    const applies = config.is("stage", "ppo") && config.is("reward_model_type", "full");
    return applies ? [{ at: "reward_model", data: {} }] : [];
  },
  message: {
    en: () => "The reward model must share the trained model's tokenizer and vocabulary.",
    zh: () => "奖励模型必须与训练的模型使用相同的分词器和词表。",
  },
});
