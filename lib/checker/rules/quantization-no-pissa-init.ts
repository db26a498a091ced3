import { defineRule } from "../rule";

export default defineRule({
  id: "quantization-no-pissa-init",
  severity: "error",
  phase: "verify",
  commands: ["train", "infer", "eval", "export"],
  source: { release: "v0.9.5", file: "src/llamafactory/hparams/parser.py", line: 193 },
  holds: { since: "v0.9.0", main: true },
  reads: ["quantization_bit", "pissa_init"],
  upstreamMessage: "Please use scripts/pissa_init.py to initialize PiSSA for a quantized model.",
  check(config) {
    const applies = config.isSet("quantization_bit") && config.isTrue("pissa_init");
    return applies ? [{ at: "pissa_init", data: {}, fix: [{ kind: "remove", key: "pissa_init" }] }] : [];
  },
  message: {
    en: () => "PiSSA must be prepared before quantizing: run upstream's scripts/pissa_init.py first.",
    zh: () => "PiSSA 初始化必须在量化之前完成：请先运行上游的 scripts/pissa_init.py。",
  },
});
