import { defineRule } from "../rule";
import { reportsTo } from "../upstream/trackers";

export default defineRule({
  id: "trackio-needs-project",
  severity: "error",
  phase: "trackio",
  commands: ["train"],
  source: { release: "v0.9.5", file: "src/llamafactory/hparams/parser.py", line: 137 },
  holds: { since: "v0.9.5", main: true },
  reads: ["report_to", "project"],
  upstreamMessage: "`--project` must be specified when using Trackio.",
  check(config) {
    const applies = reportsTo(config, "trackio") && !config.isTrue("project");
    return applies ? [{ at: "project", data: {} }] : [];
  },
  message: {
    en: () => "Trackio wants a project name, and project is empty.",
    zh: () => "使用 Trackio 必须有项目名，而 project 为空。",
  },
});
