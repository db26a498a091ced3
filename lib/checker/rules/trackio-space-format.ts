import { defineRule } from "../rule";
import { reportsTo } from "../upstream/trackers";

export default defineRule({
  id: "trackio-space-format",
  severity: "warning",
  phase: "trackio",
  commands: ["train"],
  source: { release: "v0.9.5", file: "src/llamafactory/hparams/parser.py", line: 144 },
  holds: { since: "v0.9.5", main: true },
  reads: ["report_to", "trackio_space_id"],
  upstreamMessage:
    "trackio_space_id '{space_id}' should typically be in format 'org/space' for Hugging Face Spaces deployment.",
  check(config) {
    const applies =
      reportsTo(config, "trackio") &&
      config.isTrue("trackio_space_id") &&
      !config.is("trackio_space_id", "trackio") &&
      !config.text("trackio_space_id").includes("/");
    return applies ? [{ at: "trackio_space_id", data: { value: config.text("trackio_space_id") } }] : [];
  },
  message: {
    en: ({ value }) => `A Space is named org/space; ${value} has no organisation.`,
    zh: ({ value }) => `Space 的写法是 org/space；${value} 缺少组织名。`,
  },
});
