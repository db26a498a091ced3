import { defineRule } from "../rule";

export default defineRule({
  id: "eval-backend-huggingface",
  severity: "error",
  phase: "eval-checks",
  commands: ["eval"],
  source: { release: "v0.9.5", file: "src/llamafactory/hparams/parser.py", line: 580 },
  holds: { since: "v0.9.3", main: true },
  reads: ["infer_backend"],
  upstreamMessage: "vLLM/SGLang backend is only available for API, CLI and Web.",
  check(config) {
    const applies = !config.is("infer_backend", "huggingface");
    return applies
      ? [
          {
            at: "infer_backend",
            data: { backend: config.text("infer_backend") },
            fix: [{ kind: "remove", key: "infer_backend" }],
          },
        ]
      : [];
  },
  adjust(config) {
    config.derive("device_map", "auto");
  },
  message: {
    en: ({ backend }) => `${backend} serves chat and the API; evaluation only knows infer_backend: huggingface.`,
    zh: ({ backend }) => `${backend} 只用于聊天和 API；评估时 infer_backend 只能是 huggingface。`,
  },
});
