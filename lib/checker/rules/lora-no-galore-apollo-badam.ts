import { defineRule } from "../rule";
import { switchedOn } from "../upstream/optimizer-switches";

export default defineRule({
  id: "lora-no-galore-apollo-badam",
  severity: "error",
  phase: "finetuning",
  commands: ["train", "infer", "eval", "export"],
  source: { release: "v0.9.5", file: "src/llamafactory/hparams/finetuning_args.py", line: 596 },
  holds: { since: "v0.9.0", main: true },
  reads: ["finetuning_type", "use_galore", "use_apollo", "use_badam"],
  upstreamMessage: "Cannot use LoRA with GaLore, APOLLO or BAdam together.",
  check(config) {
    const applies = config.is("finetuning_type", "lora") && switchedOn(config).length > 0;
    return applies
      ? [
          {
            at: switchedOn(config)[0] ?? null,
            data: { names: switchedOn(config).join(", ") },
            fix: [{ kind: "set", key: "finetuning_type", value: "full" }],
          },
        ]
      : [];
  },
  message: {
    en: ({ names }) =>
      `${names} trains the full weights and does not go with finetuning_type: lora (which is the default).`,
    zh: ({ names }) => `${names} 用于训练完整权重，不能与 finetuning_type: lora（也是默认值）一起用。`,
  },
});
