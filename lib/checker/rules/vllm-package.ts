import { packageRule } from "../package-rule";

export default packageRule({
  id: "vllm-package",
  phase: "dependencies",
  commands: ["train", "infer", "eval", "export"],
  source: { release: "v0.9.5", file: "src/llamafactory/hparams/parser.py", line: 225 },
  holds: { since: "v0.9.4", main: true },
  reads: ["infer_backend"],
  packages: ["vllm>=0.4.3,<=0.11.0"],
  skippable: true,
  when: (config) => config.is("infer_backend", "vllm"),
});
