import { defineRule } from "../rule";
import { quantizedByName } from "../upstream/quantized-by-name";

export default defineRule({
  id: "ptq-no-zero3-fsdp",
  severity: "warning",
  phase: "later",
  commands: ["train", "infer", "eval", "export"],
  source: { release: "v0.9.5", file: "src/llamafactory/model/model_utils/quantization.py", line: 101 },
  holds: { since: "v0.9.0", main: true },
  reads: ["model_name_or_path", "deepspeed", "fsdp"],
  upstreamMessage: "DeepSpeed ZeRO-3 or FSDP is incompatible with PTQ-quantized models.",
  check(config) {
    const applies = quantizedByName(config) !== null && (config.usesZero3 || config.usesFsdp);
    return applies ? [{ at: "model_name_or_path", data: { model: config.text("model_name_or_path") } }] : [];
  },
  message: {
    en: ({ model }) =>
      `The name ${model} looks like a quantized model, and ZeRO-3 and FSDP cannot shard those: loading it stops.`,
    zh: ({ model }) => `从名字看 ${model} 是已量化的模型，ZeRO-3 和 FSDP 无法切分这类模型：加载时会报错停止。`,
  },
});
