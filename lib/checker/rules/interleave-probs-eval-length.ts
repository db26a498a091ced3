import { defineRule } from "../rule";

export default defineRule({
  id: "interleave-probs-eval-length",
  severity: "error",
  phase: "data",
  commands: ["train", "infer", "eval", "export"],
  source: { release: "v0.9.5", file: "src/llamafactory/hparams/data_args.py", line: 174 },
  holds: { since: "v0.9.0", main: true },
  reads: ["interleave_probs", "eval_dataset"],
  upstreamMessage: "The length of eval dataset and interleave probs should be identical.",
  check(config) {
    const applies =
      config.isSet("interleave_probs") &&
      config.isSet("eval_dataset") &&
      config.length("eval_dataset") !== config.length("interleave_probs");
    return applies
      ? [
          {
            at: "interleave_probs",
            data: { probs: config.length("interleave_probs"), datasets: config.length("eval_dataset") },
          },
        ]
      : [];
  },
  message: {
    en: ({ probs, datasets }) =>
      `There are ${probs} probabilities for ${datasets} evaluation datasets; the same list is used for both, so the numbers must agree.`,
    zh: ({ probs, datasets }) =>
      `验证集有 ${datasets} 个，概率却有 ${probs} 个；训练集和验证集共用同一组概率，数量必须一致。`,
  },
});
