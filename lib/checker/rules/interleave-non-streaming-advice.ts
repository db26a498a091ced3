import { defineRule } from "../rule";

export default defineRule({
  id: "interleave-non-streaming-advice",
  severity: "note",
  phase: "later",
  commands: ["train"],
  source: { release: "v0.9.5", file: "src/llamafactory/data/data_utils.py", line: 66 },
  holds: { since: "v0.9.0", main: true },
  reads: ["streaming", "mix_strategy", "dataset"],
  upstreamMessage: "We recommend using `mix_strategy=concat` in non-streaming mode.",
  check(config) {
    const applies =
      !config.isTrue("streaming") && !config.is("mix_strategy", "concat") && config.items("dataset").length > 1;
    return applies ? [{ at: "mix_strategy", data: {} }] : [];
  },
  message: {
    en: () => "Without streaming upstream recommends mix_strategy: concat.",
    zh: () => "不用 streaming 时，上游建议使用 mix_strategy: concat。",
  },
});
