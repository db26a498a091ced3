import { defineRule } from "../rule";

export default defineRule({
  id: "val-size-or-eval-dataset",
  severity: "error",
  phase: "data",
  commands: ["train", "infer", "eval", "export"],
  source: { release: "v0.9.5", file: "src/llamafactory/hparams/data_args.py", line: 163 },
  holds: { since: "v0.9.0", main: true },
  reads: ["val_size", "eval_dataset"],
  upstreamMessage: "Cannot specify `val_size` if `eval_dataset` is not None.",
  check(config) {
    const applies = config.isSet("eval_dataset") && config.isGreater("val_size", 1e-6);
    return applies ? [{ at: "val_size", data: {}, fix: [{ kind: "remove", key: "val_size" }] }] : [];
  },
  message: {
    en: () => "The evaluation data is given twice: eval_dataset names it, val_size splits it off. Keep one of them.",
    zh: () => "验证集给了两次：eval_dataset 直接指定，val_size 又要从训练集中划分。只能留一个。",
  },
});
