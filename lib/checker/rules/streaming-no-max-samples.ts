import { defineRule } from "../rule";

export default defineRule({
  id: "streaming-no-max-samples",
  severity: "error",
  phase: "data",
  commands: ["train", "infer", "eval", "export"],
  source: { release: "v0.9.5", file: "src/llamafactory/hparams/data_args.py", line: 180 },
  holds: { since: "v0.9.0", main: true },
  reads: ["streaming", "max_samples"],
  upstreamMessage: "`max_samples` is incompatible with `streaming`.",
  check(config) {
    const applies = config.isTrue("streaming") && config.isSet("max_samples");
    return applies ? [{ at: "max_samples", data: {}, fix: [{ kind: "remove", key: "max_samples" }] }] : [];
  },
  message: {
    en: () => "max_samples cannot cut a stream. Limit the run with max_steps instead.",
    zh: () => "max_samples 无法用于流式数据。请改用 max_steps 限制训练长度。",
  },
});
