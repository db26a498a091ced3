import { defineRule, silent } from "../rule";
import { jsonText } from "../upstream/json-text";

const DICTS = [
  "accelerator_config",
  "fsdp_config",
  "deepspeed",
  "gradient_checkpointing_kwargs",
  "lr_scheduler_kwargs",
];

export default defineRule({
  id: "hf-json-fields",
  severity: "error",
  phase: "training",
  commands: ["train"],
  source: { package: "transformers", version: "4.57.6", file: "src/transformers/training_args.py", line: null },
  reads: ["accelerator_config", "fsdp_config", "deepspeed", "gradient_checkpointing_kwargs", "lr_scheduler_kwargs"],
  check(config) {
    for (const name of DICTS) jsonText(config, name);
    return [];
  },
  adjust(config) {
    for (const name of DICTS) {
      const parsed = jsonText(config, name);
      if (parsed !== undefined) config.set(name, parsed);
    }
  },
  message: silent,
});
