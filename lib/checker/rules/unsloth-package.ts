import { packageRule } from "../package-rule";

export default packageRule({
  id: "unsloth-package",
  phase: "dependencies",
  commands: ["train", "infer", "eval", "export"],
  source: { release: "v0.9.5", file: "src/llamafactory/hparams/parser.py", line: 216 },
  holds: { since: "v0.9.2", main: true },
  reads: ["use_unsloth"],
  packages: ["unsloth"],

  when: (config) => config.isTrue("use_unsloth"),
});
