import { defineRule } from "../rule";

export default defineRule({
  id: "fsdp2-no-reentrant-gc",
  severity: "warning",
  phase: "later",
  commands: ["train"],
  source: { release: "v0.9.5", file: "src/llamafactory/model/model_utils/checkpointing.py", line: 162 },
  holds: { since: "v0.9.4", main: true },
  reads: ["use_reentrant_gc"],
  upstreamMessage: "You are using fsdp2, `use_reentrant_gc` has been set to False.",
  check(config) {
    const applies =
      config.isTrue("use_reentrant_gc") &&
      config.isWritten("use_reentrant_gc") &&
      config.usesFsdp &&
      config.environment.vars?.FSDP_VERSION === "2";
    return applies ? [{ at: "use_reentrant_gc", data: {} }] : [];
  },
  message: {
    en: () => "FSDP2 cannot use reentrant checkpointing: use_reentrant_gc is set to false.",
    zh: () => "FSDP2 不支持可重入的梯度检查点：use_reentrant_gc 会被改为 false。",
  },
});
