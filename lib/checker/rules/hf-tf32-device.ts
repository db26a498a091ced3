import { defineRule } from "../rule";

export default defineRule({
  id: "hf-tf32-device",
  severity: "error",
  phase: "training",
  commands: ["train"],
  source: { package: "transformers", version: "4.57.6", file: "src/transformers/training_args.py", line: null },
  reads: ["tf32"],
  upstreamMessage: "--tf32 requires Ampere or a newer GPU arch, cuda>=11 and torch>=1.7",
  check(config) {
    const applies = config.isTrue("tf32") && !config.supportsBf16;
    return applies ? [{ at: "tf32", data: {}, fix: [{ kind: "remove", key: "tf32" }] }] : [];
  },
  message: {
    en: () => "tf32 needs an NVIDIA GPU of the Ampere generation or newer.",
    zh: () => "tf32 需要 Ampere 或更新架构的 NVIDIA GPU。",
  },
});
