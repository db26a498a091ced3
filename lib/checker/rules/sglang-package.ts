import { packageRule } from "../package-rule";

export default packageRule({
  id: "sglang-package",
  phase: "dependencies",
  commands: ["train", "infer", "eval", "export"],
  source: { release: "v0.9.5", file: "src/llamafactory/hparams/parser.py", line: 228 },
  holds: { since: "v0.9.3", main: true },
  reads: ["infer_backend"],
  packages: ["sglang>=0.4.5"],
  skippable: true,
  when: (config) => config.is("infer_backend", "sglang"),
});
