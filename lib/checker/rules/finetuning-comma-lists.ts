import { defineRule, silent } from "../rule";

const LISTS = [
  "freeze_trainable_modules",
  "freeze_extra_modules",
  "lora_target",
  "oft_target",
  "additional_target",
  "galore_target",
  "apollo_target",
];

export default defineRule({
  id: "finetuning-comma-lists",
  severity: "note",
  phase: "finetuning",
  commands: ["train", "infer", "eval", "export"],
  source: { release: "v0.9.5", file: "src/llamafactory/hparams/finetuning_args.py", line: 566 },
  holds: { since: "v0.9.3", main: true },
  reads: [
    "freeze_trainable_modules",
    "freeze_extra_modules",
    "lora_target",
    "oft_target",
    "additional_target",
    "galore_target",
    "apollo_target",
  ],
  adjust(config) {
    for (const name of LISTS) if (config.isWritten(name)) config.splitCommas(name);
  },
  message: silent,
});
