import { defineRule, silent } from "../rule";
import { trainBatch } from "../upstream/deepspeed-file";

export default defineRule({
  id: "hf-deepspeed-batch",
  severity: "error",
  phase: "training",
  commands: ["train"],
  source: {
    package: "transformers",
    version: "4.57.6",
    file: "src/transformers/integrations/deepspeed.py",
    line: null,
  },
  reads: ["per_device_train_batch_size", "gradient_accumulation_steps"],
  check(config) {
    if (config.isTrue("deepspeed")) trainBatch(config);
    return [];
  },
  message: silent,
});
