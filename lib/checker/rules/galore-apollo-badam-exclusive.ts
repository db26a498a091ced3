import { defineRule } from "../rule";
import { countOptimizers, switchedOn } from "../upstream/optimizer-switches";

export default defineRule({
  id: "galore-apollo-badam-exclusive",
  severity: "error",
  phase: "finetuning",
  commands: ["train", "infer", "eval", "export"],
  source: { release: "v0.9.5", file: "src/llamafactory/hparams/finetuning_args.py", line: 599 },
  holds: { since: "v0.9.2", main: true },
  reads: ["use_galore", "use_apollo", "use_badam"],
  upstreamMessage: "Cannot use GaLore, APOLLO or BAdam together.",
  check(config) {
    const applies = countOptimizers(config) > 1;
    return applies ? [{ at: switchedOn(config)[0] ?? null, data: { names: switchedOn(config).join(", ") } }] : [];
  },
  message: {
    en: ({ names }) => `${names} cannot be combined: each replaces the optimizer.`,
    zh: ({ names }) => `${names} 不能同时使用：它们各自都要替换优化器。`,
  },
});
