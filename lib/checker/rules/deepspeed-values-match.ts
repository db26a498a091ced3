import { defineRule } from "../rule";
import { deepSpeedMismatches } from "../upstream/deepspeed-file";

export default defineRule<{ setting: string; file: string; parameter: string; own: string }>({
  id: "deepspeed-values-match",
  severity: "warning",
  phase: "later",
  commands: ["train"],
  source: {
    package: "transformers",
    version: "4.57.6",
    file: "src/transformers/integrations/deepspeed.py",
    line: null,
  },
  reads: ["deepspeed", "per_device_train_batch_size", "gradient_accumulation_steps", "max_grad_norm"],
  upstreamMessage: "Please correct the following DeepSpeed config values that mismatch TrainingArguments values",
  check(config) {
    return deepSpeedMismatches(config).map(({ setting, value, parameter, own }) => ({
      at: parameter,
      parameters: [parameter, "deepspeed"],
      data: { setting, file: value, parameter, own },
    }));
  },
  message: {
    en: ({ setting, file, parameter, own }) =>
      `The DeepSpeed configuration says ${setting} = ${file} and ${parameter} says ${own}: training stops. Write "auto" in the DeepSpeed configuration.`,
    zh: ({ setting, file, parameter, own }) =>
      `DeepSpeed 配置里 ${setting} 是 ${file}，而 ${parameter} 是 ${own}：训练会报错停止。请在 DeepSpeed 配置里写 "auto"。`,
  },
});
