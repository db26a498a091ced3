import { defineRule } from "../rule";
import { reportsTo } from "../upstream/trackers";

export default defineRule({
  id: "trackio-run-name-advice",
  severity: "note",
  phase: "trackio",
  commands: ["train"],
  source: { release: "v0.9.5", file: "src/llamafactory/hparams/parser.py", line: 162 },
  holds: { since: "v0.9.5", main: true },
  reads: ["report_to", "run_name"],
  upstreamMessage: "Consider setting --run_name for better experiment tracking clarity.",
  check(config) {
    const applies = reportsTo(config, "trackio") && !config.isTrue("run_name");
    return applies ? [{ at: "run_name", data: {} }] : [];
  },
  message: {
    en: () => "A run_name makes runs in Trackio easier to tell apart.",
    zh: () => "设置 run_name 后，在 Trackio 里更容易区分各次训练。",
  },
});
