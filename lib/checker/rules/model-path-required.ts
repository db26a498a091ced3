import { defineRule } from "../rule";

export default defineRule({
  id: "model-path-required",
  severity: "error",
  phase: "model",
  commands: ["train", "infer", "eval", "export"],
  source: { release: "v0.9.5", file: "src/llamafactory/hparams/model_args.py", line: 208 },
  holds: { since: "v0.9.0", main: true },
  reads: ["model_name_or_path"],
  upstreamMessage: "Please provide `model_name_or_path`.",
  check(config) {
    const applies = !config.isSet("model_name_or_path");
    return applies ? [{ at: "model_name_or_path", data: {} }] : [];
  },
  message: {
    en: () => "Every command needs model_name_or_path: a folder, or a name on the Hub.",
    zh: () => "任何命令都需要 model_name_or_path：本地目录，或 Hub 上的模型名。",
  },
});
