import { defineRule } from "../rule";

export default defineRule({
  id: "streaming-needs-max-steps",
  severity: "error",
  phase: "train-checks",
  commands: ["train"],
  source: { release: "v0.9.5", file: "src/llamafactory/hparams/parser.py", line: 357 },
  holds: { since: "v0.9.0", main: true },
  reads: ["streaming", "max_steps"],
  upstreamMessage: "Please specify `max_steps` in streaming mode.",
  check(config) {
    const applies = config.is("max_steps", -1) && config.isTrue("streaming");
    return applies ? [{ at: "max_steps", data: {} }] : [];
  },
  message: {
    en: () => "A stream has no end of its own, so max_steps must say when to stop.",
    zh: () => "流式数据没有终点，必须用 max_steps 指定训练多少步。",
  },
});
