import { defineRule } from "../rule";
import { splitProbabilities } from "../upstream/probabilities";

export default defineRule({
  id: "interleave-probs-length",
  severity: "error",
  phase: "data",
  commands: ["train", "infer", "eval", "export"],
  source: { release: "v0.9.5", file: "src/llamafactory/hparams/data_args.py", line: 171 },
  holds: { since: "v0.9.0", main: true },
  reads: ["interleave_probs", "dataset"],
  upstreamMessage: "The length of dataset and interleave probs should be identical.",
  check(config) {
    splitProbabilities(config);
    const applies =
      config.isSet("interleave_probs") &&
      config.isSet("dataset") &&
      config.length("dataset") !== config.length("interleave_probs");
    return applies
      ? [
          {
            at: "interleave_probs",
            data: { probs: config.length("interleave_probs"), datasets: config.length("dataset") },
          },
        ]
      : [];
  },
  message: {
    en: ({ probs, datasets }) =>
      `There are ${probs} probabilities for ${datasets} datasets; upstream wants one for each.`,
    zh: ({ probs, datasets }) => `有 ${datasets} 个数据集，却给了 ${probs} 个概率；两者数量必须相同。`,
  },
});
