import { defineRule } from "../rule";

export default defineRule({
  id: "vllm-no-rope-scaling",
  severity: "error",
  phase: "infer-checks",
  commands: ["infer"],
  source: { release: "v0.9.5", file: "src/llamafactory/hparams/parser.py", line: 552 },
  holds: { since: "v0.9.0", main: true },
  reads: ["infer_backend", "rope_scaling"],
  upstreamMessage: "vLLM engine does not support RoPE scaling.",
  check(config) {
    const applies = config.is("infer_backend", "vllm") && config.isSet("rope_scaling");
    return applies ? [{ at: "rope_scaling", data: {}, fix: [{ kind: "remove", key: "rope_scaling" }] }] : [];
  },
  message: {
    en: () => "rope_scaling is not passed on to vLLM; set it in the model's config.json.",
    zh: () => "vLLM 不接受 rope_scaling；请写到模型的 config.json 里。",
  },
});
