import { defineRule } from "../rule";

export default defineRule({
  id: "val-size-needs-dataset",
  severity: "error",
  phase: "data",
  commands: ["train", "infer", "eval", "export"],
  source: { release: "v0.9.5", file: "src/llamafactory/hparams/data_args.py", line: 160 },
  holds: { since: "v0.9.0", main: true },
  reads: ["val_size", "dataset"],
  upstreamMessage: "Cannot specify `val_size` if `dataset` is None.",
  check(config) {
    const applies = !config.isSet("dataset") && config.isGreater("val_size", 1e-6);
    return applies ? [{ at: "val_size", data: {}, fix: [{ kind: "remove", key: "val_size" }] }] : [];
  },
  message: {
    en: () => "val_size splits the evaluation data off dataset, and there is no dataset.",
    zh: () => "val_size 是从 dataset 中划出验证集，而这里没有 dataset。",
  },
});
