import { defineRule } from "../rule";
import { outputFolder, resumesByItself } from "../upstream/output-folder";

export default defineRule({
  id: "output-dir-not-empty",
  severity: "error",
  phase: "train-after",
  commands: ["train"],
  source: { release: "v0.9.5", file: "src/llamafactory/hparams/parser.py", line: 495 },
  holds: { since: "v0.9.0", main: true },
  reads: ["output_dir", "overwrite_output_dir", "resume_from_checkpoint", "do_train"],
  upstreamMessage: "Output directory already exists and is not empty. Please set `overwrite_output_dir`.",
  check(config) {
    const applies = resumesByItself(config) && outputFolder(config) === "weights";
    return applies
      ? [
          {
            at: "output_dir",
            data: { folder: config.text("output_dir") },
            fix: [{ kind: "set", key: "overwrite_output_dir", value: true }],
          },
        ]
      : [];
  },
  message: {
    en: ({ folder }) =>
      `${folder} already holds model weights and no checkpoint. Choose another output_dir, or set overwrite_output_dir: true.`,
    zh: ({ folder }) =>
      `${folder} 里已有模型权重，却没有检查点。请换一个 output_dir，或设置 overwrite_output_dir: true。`,
  },
});
