import { defineRule } from "../rule";

export default defineRule({
  id: "do-train-needs-dataset",
  severity: "error",
  phase: "train-checks",
  commands: ["train"],
  source: { release: "v0.9.5", file: "src/llamafactory/hparams/parser.py", line: 360 },
  holds: { since: "v0.9.0", main: true },
  reads: ["do_train", "dataset"],
  upstreamMessage: "Please specify dataset for training.",
  check(config) {
    const applies = config.isTrue("do_train") && !config.isSet("dataset");
    return applies ? [{ at: "dataset", data: {} }] : [];
  },
  message: {
    en: () => "do_train is set and there is no dataset to train on.",
    zh: () => "设置了 do_train，却没有用来训练的 dataset。",
  },
});
