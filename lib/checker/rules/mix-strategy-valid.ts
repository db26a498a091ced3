import { defineRule } from "../rule";

export default defineRule({
  id: "mix-strategy-valid",
  severity: "warning",
  phase: "later",
  commands: ["train"],
  source: { release: "v0.9.5", file: "src/llamafactory/data/data_utils.py", line: 82 },
  holds: { since: "v0.9.0", main: true },
  reads: ["mix_strategy", "dataset"],
  upstreamMessage: "Unknown mixing strategy: {mix_strategy}.",
  check(config) {
    const applies =
      config.items("dataset").length > 1 &&
      !config.is("mix_strategy", "concat") &&
      !config.text("mix_strategy").startsWith("interleave");
    return applies
      ? [
          {
            at: "mix_strategy",
            data: { value: config.text("mix_strategy") },
            fix: [{ kind: "set", key: "mix_strategy", value: "concat" }],
          },
        ]
      : [];
  },
  message: {
    en: ({ value }) => `Upstream does not know the mixing strategy ${value}: preparing the data stops.`,
    zh: ({ value }) => `上游不认识混合策略 ${value}：处理数据时会报错停止。`,
  },
});
