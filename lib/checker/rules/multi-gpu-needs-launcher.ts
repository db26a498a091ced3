import { defineRule } from "../rule";

export default defineRule({
  id: "multi-gpu-needs-launcher",
  severity: "error",
  phase: "train-checks",
  commands: ["train"],
  source: { release: "v0.9.5", file: "src/llamafactory/hparams/parser.py", line: 351 },
  holds: { since: "v0.9.0", main: true },
  reads: ["use_kt"],
  upstreamMessage: "Please launch distributed training with `llamafactory-cli` or `torchrun`.",
  check(config) {
    const applies =
      !config.isTrue("use_kt") &&
      config.environment.launch === "python-multi" &&
      (config.environment.gpus ?? 2) > 1 &&
      !config.isTrue("use_cpu");
    return applies ? [{ at: null, data: { gpus: config.environment.gpus ?? 2 } }] : [];
  },
  message: {
    en: ({ gpus }) =>
      `One Python process sees ${gpus} GPUs. Start it with llamafactory-cli train or torchrun, or show it one GPU (CUDA_VISIBLE_DEVICES).`,
    zh: ({ gpus }) =>
      `一个 Python 进程看到了 ${gpus} 张 GPU。请用 llamafactory-cli train 或 torchrun 启动，或用 CUDA_VISIBLE_DEVICES 只留一张。`,
  },
});
