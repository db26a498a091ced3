import { defineRule } from "../rule";

export default defineRule({
  id: "streaming-val-size-integer",
  severity: "error",
  phase: "data",
  commands: ["train", "infer", "eval", "export"],
  source: { release: "v0.9.5", file: "src/llamafactory/hparams/data_args.py", line: 177 },
  holds: { since: "v0.9.0", main: true },
  reads: ["streaming", "val_size"],
  upstreamMessage: "Streaming mode should have an integer val size.",
  check(config) {
    const applies = config.isTrue("streaming") && config.isGreater("val_size", 1e-6) && config.isLess("val_size", 1);
    return applies ? [{ at: "val_size", data: { value: config.text("val_size") } }] : [];
  },
  message: {
    en: ({ value }) =>
      `A stream has no known length, so val_size must be a number of samples, not the fraction ${value}.`,
    zh: ({ value }) => `流式读取时不知道数据总量，val_size 必须写成样本数，不能是比例 ${value}。`,
  },
});
