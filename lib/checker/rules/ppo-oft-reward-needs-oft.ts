import { defineRule } from "../rule";

export default defineRule({
  id: "ppo-oft-reward-needs-oft",
  severity: "error",
  phase: "finetuning",
  commands: ["train", "infer", "eval", "export"],
  source: { release: "v0.9.5", file: "src/llamafactory/hparams/finetuning_args.py", line: 587 },
  holds: { since: "v0.9.0", main: true },
  reads: ["stage", "reward_model_type", "finetuning_type"],
  upstreamMessage: "`reward_model_type` cannot be oft for Freeze/Full PPO training.",
  check(config) {
    const applies =
      config.is("stage", "ppo") && config.is("reward_model_type", "oft") && !config.is("finetuning_type", "oft");
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
    en: ({ method }) => `A reward model of the type oft needs finetuning_type: oft, not ${method}.`,
    zh: ({ method }) => `reward_model_type 为 oft 时，finetuning_type 必须是 oft，而不是 ${method}。`,
  },
});
