import { defineRule } from "../rule";

export default defineRule({
  id: "quantization-no-new-adapter",
  severity: "error",
  phase: "verify",
  commands: ["train", "infer", "eval", "export"],
  source: { release: "v0.9.5", file: "src/llamafactory/hparams/parser.py", line: 199 },
  holds: { since: "v0.9.0", main: true },
  reads: ["quantization_bit", "adapter_name_or_path", "create_new_adapter"],
  upstreamMessage: "Cannot create new adapter upon a quantized model.",
  check(config) {
    const applies =
      config.isSet("quantization_bit") && config.isSet("adapter_name_or_path") && config.isTrue("create_new_adapter");
    return applies
      ? [{ at: "create_new_adapter", data: {}, fix: [{ kind: "remove", key: "create_new_adapter" }] }]
      : [];
  },
  message: {
    en: () => "A new adapter would first merge the old one, and a quantized model cannot take it in.",
    zh: () => "创建新适配器前要先合并旧适配器，而量化模型无法合并。",
  },
});
