import { packageRule } from "../package-rule";

export default packageRule({
  id: "predict-packages",
  phase: "dependencies",
  commands: ["train"],
  source: { release: "v0.9.5", file: "src/llamafactory/hparams/parser.py", line: 254 },
  holds: { since: "v0.9.2", main: true },
  reads: ["predict_with_generate"],
  packages: ["jieba", "nltk", "rouge_chinese"],

  when: (config) => config.isTrue("predict_with_generate"),
});
