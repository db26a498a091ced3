import { defineRule, silent } from "../rule";

export default defineRule({
  id: "compute-dtype-from-precision",
  severity: "note",
  phase: "train-after",
  commands: ["train"],
  source: { release: "v0.9.5", file: "src/llamafactory/hparams/parser.py", line: 513 },
  holds: { since: "v0.9.0", main: true },
  reads: ["bf16", "fp16", "pure_bf16"],
  adjust(config) {
    if (config.isTrue("bf16") || config.isTrue("pure_bf16")) config.derive("compute_dtype", "torch.bfloat16");
    else if (config.isTrue("fp16")) config.derive("compute_dtype", "torch.float16");
  },
  message: silent,
});
