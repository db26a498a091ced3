import { defineRule, silent } from "../rule";

export default defineRule({
  id: "media-dir-default",
  severity: "note",
  phase: "data",
  commands: ["train", "infer", "eval", "export"],
  source: { release: "v0.9.5", file: "src/llamafactory/hparams/data_args.py", line: 157 },
  holds: { since: "v0.9.2", main: true },
  reads: ["media_dir", "dataset_dir"],
  adjust(config) {
    if (!config.isSet("media_dir")) config.set("media_dir", config.raw("dataset_dir"));
  },
  message: silent,
});
