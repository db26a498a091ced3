import { defineRule } from "../rule";

export default defineRule({
  id: "predict-with-generate-sft-only",
  severity: "error",
  phase: "train-checks",
  commands: ["train"],
  source: { release: "v0.9.5", file: "src/llamafactory/hparams/parser.py", line: 318 },
  holds: { since: "v0.9.0", main: true },
  reads: ["stage", "predict_with_generate"],
  upstreamMessage: "`predict_with_generate` cannot be set as True except SFT.",
  check(config) {
    const applies = !config.is("stage", "sft") && config.isTrue("predict_with_generate");
    return applies
      ? [
          {
            at: "predict_with_generate",
            data: { stage: config.text("stage") },
            fix: [{ kind: "remove", key: "predict_with_generate" }],
          },
        ]
      : [];
  },
  message: {
    en: ({ stage }) => `predict_with_generate exists for the stage sft only, and this is ${stage}.`,
    zh: ({ stage }) => `predict_with_generate 只能用于 sft 阶段，而当前是 ${stage}。`,
  },
});
