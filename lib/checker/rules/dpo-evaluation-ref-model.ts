import { defineRule } from "../rule";

export default defineRule({
  id: "dpo-evaluation-ref-model",
  severity: "warning",
  phase: "train-after",
  commands: ["train"],
  source: { release: "v0.9.5", file: "src/llamafactory/hparams/parser.py", line: 454 },
  holds: { since: "v0.9.0", main: true },
  reads: ["do_train", "stage", "ref_model"],
  upstreamMessage: "Specify `ref_model` for computing rewards at evaluation.",
  check(config) {
    const applies = !config.isTrue("do_train") && config.is("stage", "dpo") && !config.isSet("ref_model");
    return applies ? [{ at: "ref_model", data: {} }] : [];
  },
  message: {
    en: () => "Evaluating DPO without training needs ref_model; else the rewards compare the model with itself.",
    zh: () => "只评估不训练的 DPO 需要 ref_model；否则奖励是模型和自己比较。",
  },
});
