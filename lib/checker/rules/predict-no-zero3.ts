import { defineRule } from "../rule";

export default defineRule({
  id: "predict-no-zero3",
  severity: "error",
  phase: "train-checks",
  commands: ["train"],
  source: { release: "v0.9.5", file: "src/llamafactory/hparams/parser.py", line: 369 },
  holds: { since: "v0.9.0", main: true },
  reads: ["predict_with_generate", "deepspeed"],
  upstreamMessage: "`predict_with_generate` is incompatible with DeepSpeed ZeRO-3.",
  check(config) {
    const applies = config.isTrue("predict_with_generate") && config.usesZero3;
    return applies ? [{ at: "predict_with_generate", data: {} }] : [];
  },
  message: {
    en: () =>
      "Generating while the weights are scattered by ZeRO-3 is not supported; use ZeRO-2 or no DeepSpeed for predicting.",
    zh: () => "ZeRO-3 会切分权重，此时不支持生成；预测时请用 ZeRO-2 或不用 DeepSpeed。",
  },
});
