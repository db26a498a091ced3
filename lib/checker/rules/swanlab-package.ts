import { packageRule } from "../package-rule";

export default packageRule({
  id: "swanlab-package",
  phase: "dependencies",
  commands: ["train", "infer", "eval", "export"],
  source: { release: "v0.9.5", file: "src/llamafactory/hparams/parser.py", line: 244 },
  holds: { since: "v0.9.4", main: true },
  reads: ["use_swanlab"],
  packages: ["swanlab"],

  when: (config) => config.isTrue("use_swanlab"),
});
