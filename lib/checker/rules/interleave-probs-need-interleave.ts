import { defineRule } from "../rule";

export default defineRule({
  id: "interleave-probs-need-interleave",
  severity: "error",
  phase: "data",
  commands: ["train", "infer", "eval", "export"],
  source: { release: "v0.9.5", file: "src/llamafactory/hparams/data_args.py", line: 167 },
  holds: { since: "v0.9.0", main: true },
  reads: ["interleave_probs", "mix_strategy"],
  upstreamMessage: "`interleave_probs` is only valid for interleaved mixing.",
  check(config) {
    const applies = config.isSet("interleave_probs") && config.is("mix_strategy", "concat");
    return applies
      ? [{ at: "interleave_probs", data: {}, fix: [{ kind: "set", key: "mix_strategy", value: "interleave_under" }] }]
      : [];
  },
  message: {
    en: () => "interleave_probs only means something when datasets are interleaved, and mix_strategy is concat.",
    zh: () => "interleave_probs 只在交错采样时有意义，而 mix_strategy 是 concat。",
  },
});
