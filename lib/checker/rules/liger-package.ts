import { packageRule } from "../package-rule";

export default packageRule({
  id: "liger-package",
  phase: "dependencies",
  commands: ["train", "infer", "eval", "export"],
  source: { release: "v0.9.5", file: "src/llamafactory/hparams/parser.py", line: 219 },
  holds: { since: "v0.9.2", main: true },
  reads: ["enable_liger_kernel"],
  packages: ["liger-kernel"],

  when: (config) => config.isTrue("enable_liger_kernel"),
});
