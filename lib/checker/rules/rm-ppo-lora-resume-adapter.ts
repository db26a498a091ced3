import { defineRule } from "../rule";

export default defineRule({
  id: "rm-ppo-lora-resume-adapter",
  severity: "warning",
  phase: "train-after",
  commands: ["train"],
  source: { release: "v0.9.5", file: "src/llamafactory/hparams/parser.py", line: 508 },
  holds: { since: "v0.9.0", main: true },
  reads: ["stage", "finetuning_type", "resume_from_checkpoint", "adapter_name_or_path"],
  upstreamMessage: "Add {resume_from_checkpoint} to `adapter_name_or_path` to resume training from checkpoint.",
  check(config) {
    const applies =
      config.is("stage", "rm", "ppo") && config.is("finetuning_type", "lora") && config.isSet("resume_from_checkpoint");
    return applies ? [{ at: "resume_from_checkpoint", data: {} }] : [];
  },
  message: {
    en: () => "To resume this stage with LoRA, add the checkpoint to adapter_name_or_path as well.",
    zh: () => "这个阶段用 LoRA 续训时，还要把检查点写进 adapter_name_or_path。",
  },
});
