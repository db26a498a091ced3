import { packageRule } from "../package-rule";

export default packageRule({
  id: "adam-mini-package",
  phase: "dependencies",
  commands: ["train", "infer", "eval", "export"],
  source: { release: "v0.9.5", file: "src/llamafactory/hparams/parser.py", line: 241 },
  holds: { since: "v0.9.2", main: true },
  reads: ["use_adam_mini"],
  packages: ["adam-mini"],

  when: (config) => config.isTrue("use_adam_mini"),
});
