import { packageRule } from "../package-rule";

export default packageRule({
  id: "hyper-parallel-package",
  phase: "dispatch",
  commands: ["train"],
  source: { release: "v0.9.5", file: "src/llamafactory/train/tuner.py", line: 93 },
  holds: { since: "v0.9.5", main: true },
  reads: ["use_hyper_parallel", "stage"],
  packages: ["hyper_parallel"],

  when: (config) => config.is("stage", "sft") && config.isTrue("use_hyper_parallel"),
});
