import { defineRule } from "../rule";
import { reportsTo } from "../upstream/trackers";

export default defineRule({
  id: "swanlab-not-twice",
  severity: "note",
  phase: "train-after",
  commands: ["train"],
  source: { release: "v0.9.5", file: "src/llamafactory/hparams/parser.py", line: 466 },
  holds: { since: "v0.9.4", main: true },
  reads: ["report_to", "use_swanlab"],
  check(config) {
    const applies = config.isTrue("use_swanlab") && config.isWritten("report_to") && reportsTo(config, "swanlab");
    return applies ? [{ at: "report_to", data: {} }] : [];
  },
  adjust(config) {
    if (config.isTrue("use_swanlab") && reportsTo(config, "swanlab"))
      config.set(
        "report_to",
        config.items("report_to").filter((item) => item !== "swanlab"),
      );
  },
  message: {
    en: () => "use_swanlab already reports to SwanLab, so upstream takes it out of report_to.",
    zh: () => "use_swanlab 已经上报到 SwanLab，上游会把它从 report_to 中去掉。",
  },
});
