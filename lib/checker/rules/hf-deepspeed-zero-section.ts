import { defineRule } from "../rule";
import { deepSpeedSettings } from "../upstream/deepspeed-file";

export default defineRule({
  id: "hf-deepspeed-zero-section",
  severity: "error",
  phase: "training",
  commands: ["train"],
  source: { package: "accelerate", file: "src/accelerate/utils/dataclasses.py" },
  reads: ["deepspeed"],
  upstreamMessage: "Please specify the ZeRO optimization config in the DeepSpeed config.",
  check(config) {
    const settings = deepSpeedSettings(config);
    return settings && !Object.hasOwn(settings, "zero_optimization") ? [{ at: "deepspeed", data: {} }] : [];
  },
  message: {
    en: () => 'The DeepSpeed configuration has no section zero_optimization; for no ZeRO write {"stage": 0} there.',
    zh: () => 'DeepSpeed 配置缺少 zero_optimization 一节；不用 ZeRO 时请在其中写 {"stage": 0}。',
  },
});
