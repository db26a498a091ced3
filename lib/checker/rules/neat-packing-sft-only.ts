import { defineRule } from "../rule";

export default defineRule({
  id: "neat-packing-sft-only",
  severity: "error",
  phase: "train-checks",
  commands: ["train"],
  source: { release: "v0.9.5", file: "src/llamafactory/hparams/parser.py", line: 321 },
  holds: { since: "v0.9.0", main: true },
  reads: ["stage", "neat_packing"],
  upstreamMessage: "`neat_packing` cannot be set as True except SFT.",
  check(config) {
    const applies = !config.is("stage", "sft") && config.isTrue("neat_packing");
    return applies
      ? [{ at: "neat_packing", data: { stage: config.text("stage") }, fix: [{ kind: "remove", key: "neat_packing" }] }]
      : [];
  },
  message: {
    en: ({ stage }) => `neat_packing exists for the stage sft only, and this is ${stage}.`,
    zh: ({ stage }) => `neat_packing 只能用于 sft 阶段，而当前是 ${stage}。`,
  },
});
