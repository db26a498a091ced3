import { defineRule } from "../rule";
import { foreignTrackers } from "../upstream/trackers";

export default defineRule({
  id: "ppo-loggers",
  severity: "error",
  phase: "train-checks",
  commands: ["train"],
  source: { release: "v0.9.5", file: "src/llamafactory/hparams/parser.py", line: 348 },
  holds: { since: "v0.9.5", main: true },
  reads: ["stage", "report_to"],
  upstreamMessage: "PPO only accepts wandb, tensorboard, or trackio logger.",
  check(config) {
    const applies = config.is("stage", "ppo") && foreignTrackers(config).length > 0;
    return applies
      ? [
          {
            at: "report_to",
            data: { trackers: foreignTrackers(config).join(", ") },
            fix: [{ kind: "set", key: "report_to", value: "none" }],
          },
        ]
      : [];
  },
  message: {
    en: ({ trackers }) =>
      `PPO only reports to wandb, tensorboard or trackio, and here it would report to ${trackers} too. Name the tracker in report_to, or none.`,
    zh: ({ trackers }) =>
      `PPO 只能上报到 wandb、tensorboard 或 trackio，而这里还会上报到 ${trackers}。请在 report_to 里写明，或写 none。`,
  },
});
