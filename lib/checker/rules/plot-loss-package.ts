import { packageRule } from "../package-rule";

export default packageRule({
  id: "plot-loss-package",
  phase: "dependencies",
  commands: ["train", "infer", "eval", "export"],
  source: { release: "v0.9.5", file: "src/llamafactory/hparams/parser.py", line: 247 },
  holds: { since: "v0.9.2", main: true },
  reads: ["plot_loss"],
  packages: ["matplotlib"],
  isBundled: true,

  when: (config) => config.isTrue("plot_loss"),
});
