import { defineRule } from "../rule";
import { lastCheckpoint, outputFolder, resumesByItself } from "../upstream/output-folder";

export default defineRule({
  id: "auto-resume-last-checkpoint",
  severity: "note",
  phase: "train-after",
  commands: ["train"],
  source: { release: "v0.9.5", file: "src/llamafactory/hparams/parser.py", line: 498 },
  holds: { since: "v0.9.0", main: true },
  reads: ["output_dir", "overwrite_output_dir", "resume_from_checkpoint", "do_train", "stage", "finetuning_type"],
  check(config) {
    const applies = resumesByItself(config) && outputFolder(config) === "checkpoint";
    return applies ? [{ at: "output_dir", data: { folder: config.text("output_dir") } }] : [];
  },
  adjust(config) {
    if (resumesByItself(config) && outputFolder(config) === "checkpoint")
      config.set("resume_from_checkpoint", lastCheckpoint(config));
  },
  message: {
    en: ({ folder }) =>
      `${folder} holds a checkpoint, so training resumes from it. Choose another output_dir or overwrite_output_dir: true to start anew.`,
    zh: ({ folder }) =>
      `${folder} 里有检查点，训练会从它继续。想从头开始，请换 output_dir 或设置 overwrite_output_dir: true。`,
  },
});
