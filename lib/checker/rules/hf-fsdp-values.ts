import { defineRule } from "../rule";
import { unknownFsdp } from "../upstream/fsdp-options";

export default defineRule({
  id: "hf-fsdp-values",
  severity: "error",
  phase: "training",
  commands: ["train"],
  source: { package: "transformers", version: "4.57.6", file: "src/transformers/training_args.py", line: null },
  reads: ["fsdp"],
  upstreamMessage: "'{option}' is not a valid FSDPOption",
  check(config) {
    const applies = unknownFsdp(config) !== null;
    return applies ? [{ at: "fsdp", data: { option: unknownFsdp(config) ?? "" } }] : [];
  },
  message: {
    en: ({ option }) =>
      `fsdp does not know ${option}; the options are written with spaces between them: full_shard auto_wrap.`,
    zh: ({ option }) => `fsdp 不认识 ${option}；多个选项之间用空格分隔：full_shard auto_wrap。`,
  },
});
