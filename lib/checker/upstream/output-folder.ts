import type { Config } from "../config";
import { listFolder } from "../environment";

const WEIGHTS = [
  "adapter_model.bin",
  "adapter_model.safetensors",
  "model.safetensors",
  "model.safetensors.index.json",
  "pytorch_model.bin",
  "pytorch_model.bin.index.json",
];

/** Whether upstream looks for something to resume from in the output folder. */
export function resumesByItself(config: Config): boolean {
  const mayResume = !(config.is("stage", "rm", "ppo") && config.is("finetuning_type", "full", "freeze"));
  return (
    mayResume &&
    !config.isSet("resume_from_checkpoint") &&
    config.isTrue("do_train") &&
    !config.isTrue("overwrite_output_dir")
  );
}

const folder = (config: Config) => listFolder(config.environment, config.text("output_dir")) ?? [];

function checkpoints(config: Config): number[] {
  const steps = folder(config).flatMap((name) => /^checkpoint-(\d+)\//.exec(name)?.[1] ?? []);
  return steps.map(Number).sort((a, b) => a - b);
}

export function outputFolder(config: Config): "checkpoint" | "weights" | "free" {
  if (checkpoints(config).length > 0) return "checkpoint";
  return folder(config).some((name) => WEIGHTS.includes(name)) ? "weights" : "free";
}

export function lastCheckpoint(config: Config): string {
  return `${config.text("output_dir")}/checkpoint-${checkpoints(config).at(-1)}`;
}
