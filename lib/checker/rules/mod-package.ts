import { packageRule } from "../package-rule";

export default packageRule({
  id: "mod-package",
  phase: "dependencies",
  commands: ["train", "infer", "eval", "export"],
  source: { release: "v0.9.5", file: "src/llamafactory/hparams/parser.py", line: 222 },
  holds: { since: "v0.9.2", main: true },
  reads: ["mixture_of_depths"],
  packages: ["mixture-of-depth>=1.1.6"],

  when: (config) => config.isSet("mixture_of_depths"),
});
