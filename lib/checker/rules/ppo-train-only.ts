import { defineRule } from "../rule";

export default defineRule({
  id: "ppo-train-only",
  severity: "error",
  phase: "train-checks",
  commands: ["train"],
  source: { release: "v0.9.5", file: "src/llamafactory/hparams/parser.py", line: 334 },
  holds: { since: "v0.9.0", main: true },
  reads: ["stage", "do_train"],
  upstreamMessage: "PPO training does not support evaluation, use the SFT stage to evaluate models.",
  check(config) {
    const applies = config.is("stage", "ppo") && !config.isTrue("do_train");
    return applies ? [{ at: "do_train", data: {}, fix: [{ kind: "set", key: "do_train", value: true }] }] : [];
  },
  message: {
    en: () => "PPO can only train. Evaluate the model with the stage sft.",
    zh: () => "PPO 只能训练。评估模型请用 sft 阶段。",
  },
});
