import { defineRule } from "../rule";

export default defineRule({
  id: "dpo-label-smoothing-sigmoid-only",
  severity: "error",
  phase: "finetuning",
  commands: ["train", "infer", "eval", "export"],
  source: { release: "v0.9.5", file: "src/llamafactory/hparams/finetuning_args.py", line: 590 },
  holds: { since: "v0.9.0", main: true },
  reads: ["stage", "pref_loss", "dpo_label_smoothing"],
  upstreamMessage: "`dpo_label_smoothing` is only valid for sigmoid loss function.",
  check(config) {
    const applies =
      config.is("stage", "dpo") && !config.is("pref_loss", "sigmoid") && config.isGreater("dpo_label_smoothing", 1e-6);
    return applies
      ? [
          {
            at: "dpo_label_smoothing",
            data: { loss: config.text("pref_loss") },
            fix: [{ kind: "remove", key: "dpo_label_smoothing" }],
          },
        ]
      : [];
  },
  message: {
    en: ({ loss }) => `Label smoothing exists for the sigmoid loss only, and pref_loss is ${loss}.`,
    zh: ({ loss }) => `标签平滑只适用于 sigmoid 损失，而 pref_loss 是 ${loss}。`,
  },
});
