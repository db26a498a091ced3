import { packageRule } from "../package-rule";

export default packageRule({
  id: "deepspeed-package",
  phase: "dependencies",
  commands: ["train"],
  source: { release: "v0.9.5", file: "src/llamafactory/hparams/parser.py", line: 251 },
  holds: { since: "v0.9.4", main: true },
  reads: ["deepspeed"],
  packages: ["deepspeed"],

  when: (config) => config.isTrue("deepspeed"),
});
