import { packageRule } from "../package-rule";

export default packageRule({
  id: "galore-package",
  phase: "dependencies",
  commands: ["train", "infer", "eval", "export"],
  source: { release: "v0.9.5", file: "src/llamafactory/hparams/parser.py", line: 232 },
  holds: { since: "v0.9.2", main: true },
  reads: ["use_galore"],
  packages: ["galore_torch"],

  when: (config) => config.isTrue("use_galore"),
});
