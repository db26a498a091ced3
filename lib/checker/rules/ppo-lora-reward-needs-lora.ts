import { defineRule } from "../rule";

export default defineRule({
  id: "ppo-lora-reward-needs-lora",
  severity: "error",
  phase: "finetuning",
  commands: ["train", "infer", "eval", "export"],
  source: { release: "v0.9.5", file: "src/llamafactory/hparams/finetuning_args.py", line: 584 },
  holds: { since: "v0.9.0", main: true },
  reads: ["stage", "reward_model_type", "finetuning_type"],
  upstreamMessage: "`reward_model_type` cannot be lora for Freeze/Full PPO training.",
  check(config) {
    const applies =
      config.is("stage", "ppo") && config.is("reward_model_type", "lora") && !config.is("finetuning_type", "lora");
    return applies
      ? [
          {
            at: "reward_model_type",
            data: { method: config.text("finetuning_type") },
            fix: [{ kind: "set", key: "reward_model_type", value: "full" }],
          },
        ]
      : [];
  },
  message: {
    en: ({ method }) =>
      `A reward model of the type lora is an adapter on the trained model, so finetuning_type must be lora too, not ${method}.`,
    zh: ({ method }) =>
      `reward_model_type 为 lora 表示奖励模型是训练模型上的适配器，因此 finetuning_type 也必须是 lora，而不是 ${method}。`,
  },
});
