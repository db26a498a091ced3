import { defineRule } from "../rule";

export default defineRule({
  id: "vllm-sft-only",
  severity: "error",
  phase: "infer-checks",
  commands: ["infer"],
  source: { release: "v0.9.5", file: "src/llamafactory/hparams/parser.py", line: 546 },
  holds: { since: "v0.9.0", main: true },
  reads: ["infer_backend", "stage"],
  upstreamMessage: "vLLM engine only supports auto-regressive models.",
  check(config) {
    const applies = config.is("infer_backend", "vllm") && !config.is("stage", "sft");
    return applies
      ? [{ at: "infer_backend", data: { stage: config.text("stage") }, fix: [{ kind: "remove", key: "stage" }] }]
      : [];
  },
  message: {
    en: ({ stage }) => `vLLM serves generating models only, so the stage must be sft, not ${stage}.`,
    zh: ({ stage }) => `vLLM 只能运行生成模型，stage 必须是 sft，而不是 ${stage}。`,
  },
});
