import { defineRule } from "../rule";

export default defineRule({
  id: "hf-apex-no-bf16",
  severity: "error",
  phase: "training",
  commands: ["train"],
  source: { package: "transformers", version: "4.57.6", file: "src/transformers/training_args.py", line: null },
  transformers: "4.57",
  reads: ["half_precision_backend", "fp16_backend", "bf16"],
  upstreamMessage: " `--half_precision_backend apex`: GPU bf16 is not supported by apex.",
  check(config) {
    const backend = config.is("fp16_backend", "auto") ? "half_precision_backend" : "fp16_backend";
    const applies = config.isTrue("bf16") && config.is(backend, "apex");
    return applies ? [{ at: backend, data: {}, fix: [{ kind: "remove", key: backend }] }] : [];
  },
  message: {
    en: () => "apex knows fp16 only, and bf16 is on.",
    zh: () => "apex 只支持 fp16，而这里开启了 bf16。",
  },
});
