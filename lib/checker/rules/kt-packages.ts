import { packageRule } from "../package-rule";

export default packageRule({
  id: "kt-packages",
  phase: "dependencies",
  commands: ["train", "infer", "eval", "export"],
  source: { release: "v0.9.5", file: "src/llamafactory/hparams/parser.py", line: 211 },
  holds: { since: "v0.9.5", main: true },
  reads: ["use_kt"],
  packages: ["kt-kernel", "transformers-kt", "accelerate-kt"],

  when: (config) => config.isTrue("use_kt"),
});
