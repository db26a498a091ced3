import { defineRule } from "../rule";

export default defineRule({
  id: "pissa-stage",
  severity: "error",
  phase: "finetuning",
  commands: ["train", "infer", "eval", "export"],
  source: { release: "v0.9.5", file: "src/llamafactory/hparams/finetuning_args.py", line: 602 },
  holds: { since: "v0.9.0", main: true },
  reads: ["pissa_init", "stage", "pref_loss"],
  upstreamMessage: "Cannot use PiSSA for current training stage.",
  check(config) {
    const applies =
      config.isTrue("pissa_init") &&
      (config.is("stage", "ppo", "kto") || (config.is("stage", "dpo") && !config.is("pref_loss", "orpo", "simpo")));
    return applies
      ? [{ at: "pissa_init", data: { stage: config.text("stage") }, fix: [{ kind: "remove", key: "pissa_init" }] }]
      : [];
  },
  message: {
    en: ({ stage }) =>
      `PiSSA changes the frozen weights, so they cannot serve as the reference model that the stage ${stage} needs.`,
    zh: ({ stage }) => `PiSSA 会改动被冻结的权重，它们就不能再充当 ${stage} 阶段需要的参考模型。`,
  },
});
