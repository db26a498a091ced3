import { defineRule } from "../rule";
import { deepSpeedProblem } from "../upstream/deepspeed-file";

export default defineRule({
  id: "hf-deepspeed-config",
  severity: "error",
  phase: "training",
  commands: ["train"],
  source: { package: "accelerate", file: "src/accelerate/utils/deepspeed.py" },
  reads: ["deepspeed"],
  upstreamMessage:
    "Expected a string path to an existing deepspeed config, or a dictionary, or a base64 encoded string. Received: {value}",
  check(config) {
    const applies = deepSpeedProblem(config) !== null;
    return applies ? [{ at: "deepspeed", data: { value: config.text("deepspeed") } }] : [];
  },
  message: {
    en: ({ value }) => `${value} is neither a file that exists nor a DeepSpeed configuration.`,
    zh: ({ value }) => `${value} 既不是存在的文件，也不是 DeepSpeed 配置。`,
  },
});
