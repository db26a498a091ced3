import { packageRule } from "../package-rule";

export default packageRule({
  id: "badam-package",
  phase: "dependencies",
  commands: ["train", "infer", "eval", "export"],
  source: { release: "v0.9.5", file: "src/llamafactory/hparams/parser.py", line: 238 },
  holds: { since: "v0.9.2", main: true },
  reads: ["use_badam"],
  packages: ["badam>=1.2.1"],

  when: (config) => config.isTrue("use_badam"),
});
