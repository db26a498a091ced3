import { defineRule } from "../rule";

export default defineRule({
  id: "ppo-needs-reward-model",
  severity: "error",
  phase: "finetuning",
  commands: ["train", "infer", "eval", "export"],
  source: { release: "v0.9.5", file: "src/llamafactory/hparams/finetuning_args.py", line: 581 },
  holds: { since: "v0.9.0", main: true },
  reads: ["stage", "reward_model"],
  upstreamMessage: "`reward_model` is necessary for PPO training.",
  check(config) {
    const applies = config.is("stage", "ppo") && !config.isSet("reward_model");
    return applies ? [{ at: "reward_model", data: {} }] : [];
  },
  message: {
    en: () => "PPO needs reward_model: the path of the reward model, or its URL.",
    zh: () => "PPO 训练需要 reward_model：奖励模型的路径或 URL。",
  },
});
