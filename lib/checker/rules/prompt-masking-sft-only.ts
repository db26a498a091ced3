import { defineRule } from "../rule";

export default defineRule({
  id: "prompt-masking-sft-only",
  severity: "error",
  phase: "train-checks",
  commands: ["train"],
  source: { release: "v0.9.5", file: "src/llamafactory/hparams/parser.py", line: 324 },
  holds: { since: "v0.9.0", main: true },
  reads: ["stage", "train_on_prompt", "mask_history"],
  upstreamMessage: "`train_on_prompt` or `mask_history` cannot be set as True except SFT.",
  check(config) {
    const applies = !config.is("stage", "sft") && (config.isTrue("train_on_prompt") || config.isTrue("mask_history"));
    return applies
      ? [
          {
            at: config.isTrue("train_on_prompt") ? "train_on_prompt" : "mask_history",
            data: {
              key: config.isTrue("train_on_prompt") ? "train_on_prompt" : "mask_history",
              stage: config.text("stage"),
            },
          },
        ]
      : [];
  },
  message: {
    en: ({ key, stage }) => `${key} exists for the stage sft only, and this is ${stage}.`,
    zh: ({ key, stage }) => `${key} 只能用于 sft 阶段，而当前是 ${stage}。`,
  },
});
