import { defineRule } from "../rule";

export default defineRule({
  id: "rm-ppo-full-no-resume",
  severity: "warning",
  phase: "train-after",
  commands: ["train"],
  source: { release: "v0.9.5", file: "src/llamafactory/hparams/parser.py", line: 479 },
  holds: { since: "v0.9.0", main: true },
  reads: ["stage", "finetuning_type", "resume_from_checkpoint"],
  upstreamMessage: "Cannot resume from checkpoint in current stage.",
  check(config) {
    const applies =
      config.is("stage", "rm", "ppo") &&
      config.is("finetuning_type", "full", "freeze") &&
      config.isSet("resume_from_checkpoint");
    return applies
      ? [
          {
            at: "resume_from_checkpoint",
            data: { stage: config.text("stage"), method: config.text("finetuning_type") },
          },
        ]
      : [];
  },
  adjust(config) {
    if (config.is("stage", "rm", "ppo") && config.is("finetuning_type", "full", "freeze"))
      config.set("resume_from_checkpoint", null);
  },
  message: {
    en: ({ stage, method }) =>
      `The stage ${stage} with ${method} cannot resume: resume_from_checkpoint is dropped and training starts anew.`,
    zh: ({ stage, method }) =>
      `${stage} 阶段配合 ${method} 无法断点续训：resume_from_checkpoint 会被清空，从头开始训练。`,
  },
});
