import { lookUpFile } from "../environment";
import { defineRule } from "../rule";

export default defineRule({
  id: "hf-fsdp-config-file",
  severity: "error",
  phase: "training",
  commands: ["train"],
  source: { package: "transformers", version: "4.57.6", file: "src/transformers/training_args.py", line: null },
  reads: ["fsdp_config"],
  upstreamMessage: "[Errno 2] No such file or directory: '{file}'",
  check(config) {
    const applies =
      typeof config.raw("fsdp_config") === "string" &&
      lookUpFile(config.environment, config.text("fsdp_config")) === "absent";
    return applies ? [{ at: "fsdp_config", data: { file: config.text("fsdp_config") } }] : [];
  },
  message: {
    en: ({ file }) => `The file ${file} does not exist.`,
    zh: ({ file }) => `文件 ${file} 不存在。`,
  },
});
