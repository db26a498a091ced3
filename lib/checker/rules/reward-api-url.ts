import { defineRule } from "../rule";

export default defineRule({
  id: "reward-api-url",
  severity: "warning",
  phase: "later",
  commands: ["train"],
  source: { release: "v0.9.5", file: "src/llamafactory/train/trainer_utils.py", line: 156 },
  holds: { since: "v0.9.0", main: true },
  reads: ["reward_model_type", "reward_model", "stage"],
  upstreamMessage: "Please provide full url.",
  check(config) {
    const applies =
      config.is("stage", "ppo") &&
      config.is("reward_model_type", "api") &&
      config.isSet("reward_model") &&
      !config.text("reward_model").startsWith("http");
    return applies ? [{ at: "reward_model", data: { value: config.text("reward_model") } }] : [];
  },
  message: {
    en: ({ value }) =>
      `A reward model of the type api is a URL beginning with http; ${value} is none, and training stops.`,
    zh: ({ value }) =>
      `reward_model_type 为 api 时，reward_model 必须是以 http 开头的 URL；${value} 不是，训练会报错停止。`,
  },
});
