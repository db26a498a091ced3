import { defineRule } from "../rule";

export default defineRule({
  id: "vllm-no-on-the-fly-quantization",
  severity: "error",
  phase: "infer-checks",
  commands: ["infer"],
  source: { release: "v0.9.5", file: "src/llamafactory/hparams/parser.py", line: 549 },
  holds: { since: "v0.9.0", main: true },
  reads: ["infer_backend", "quantization_bit"],
  upstreamMessage: "vLLM engine does not support bnb quantization (GPTQ and AWQ are supported).",
  check(config) {
    const applies = config.is("infer_backend", "vllm") && config.isSet("quantization_bit");
    return applies ? [{ at: "quantization_bit", data: {}, fix: [{ kind: "remove", key: "quantization_bit" }] }] : [];
  },
  message: {
    en: () => "vLLM cannot quantize while loading; give it a GPTQ or AWQ model instead.",
    zh: () => "vLLM 不支持加载时量化；请直接使用 GPTQ 或 AWQ 模型。",
  },
});
