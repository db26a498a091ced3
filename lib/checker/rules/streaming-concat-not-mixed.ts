import { defineRule } from "../rule";

export default defineRule({
  id: "streaming-concat-not-mixed",
  severity: "warning",
  phase: "later",
  commands: ["train"],
  source: { release: "v0.9.5", file: "src/llamafactory/data/data_utils.py", line: 60 },
  holds: { since: "v0.9.0", main: true },
  reads: ["streaming", "mix_strategy", "dataset"],
  upstreamMessage: "The samples between different datasets will not be mixed in streaming mode.",
  check(config) {
    const applies =
      config.isTrue("streaming") && config.is("mix_strategy", "concat") && config.items("dataset").length > 1;
    return applies
      ? [{ at: "mix_strategy", data: {}, fix: [{ kind: "set", key: "mix_strategy", value: "interleave_under" }] }]
      : [];
  },
  message: {
    en: () =>
      "A stream is read in order: the datasets come one after the other, not mixed. Use an interleaving mix_strategy.",
    zh: () => "流式数据按顺序读取：多个数据集会一个接一个，不会混合。请改用交错的 mix_strategy。",
  },
});
