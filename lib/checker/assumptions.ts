import type { Assumption, AssumptionId } from "./environment";
import type { Language } from "./language";

type Data = Readonly<Record<string, string>>;

const TEXTS: Record<AssumptionId, Record<Language, (data: Data) => string>> = {
  command: {
    en: ({ command }) => `The keys look like those of the command ${command}, so it was checked as that.`,
    zh: ({ command }) => `从写出的键看，这份配置是给 ${command} 命令用的，因此按它检查。`,
  },
  "one-process": {
    en: () =>
      "Assumed one GPU and one process; with several GPUs, llamafactory-cli starts one process per GPU by itself.",
    zh: () => "假定只有一张 GPU、一个进程；有多张 GPU 时，llamafactory-cli 会自动为每张卡启动一个进程。",
  },
  "several-processes": {
    en: ({ count }) => `Assumed ${count} processes, one per GPU.`,
    zh: ({ count }) => `假定有 ${count} 个进程，每张 GPU 一个。`,
  },
  "one-gpu": { en: () => "Assumed one GPU.", zh: () => "假定只有一张 GPU。" },
  bf16: {
    en: () => "Assumed a GPU that supports bf16 (Ampere or newer).",
    zh: () => "假定 GPU 支持 bf16（Ampere 或更新的架构）。",
  },
  "zero-from-name": {
    en: ({ file, stage }) => `${file} could not be read; its name was taken to mean ZeRO stage ${stage}.`,
    zh: ({ file, stage }) => `读不到 ${file}，按文件名认为它是 ZeRO-${stage}。`,
  },
  "zero-unknown": {
    en: ({ file }) =>
      `${file} could not be read, and its name does not tell the ZeRO stage; ZeRO-3 was assumed not to be in use.`,
    zh: ({ file }) => `读不到 ${file}，文件名也看不出 ZeRO 阶段；假定没有使用 ZeRO-3。`,
  },
  "no-trackers": {
    en: () => "Assumed that no experiment tracker besides wandb and tensorboard is installed.",
    zh: () => "假定除 wandb 和 tensorboard 外没有安装其他实验跟踪工具。",
  },
  transformers: {
    en: ({ line, other }) => `This is the answer with transformers ${line}; with ${other} it would be another.`,
    zh: ({ line, other }) => `这是 transformers ${line} 下的结论；换成 ${other}，结论会不同。`,
  },
  megatron: {
    en: () => "Some keys only exist with USE_MCA=1 (Megatron), so that was assumed.",
    zh: () => "有些键只在 USE_MCA=1（Megatron）时存在，因此假定已设置它。",
  },
  v1: {
    en: () =>
      "The keys are those of the new back-end (USE_V1=1). It has a parser of its own, and only the names of the keys were checked.",
    zh: () => "这些键属于新后端（USE_V1=1）。它有自己的解析器，这里只检查了键名。",
  },
  "torchrun-for-deepspeed": {
    en: () => "DeepSpeed needs torchrun, so it was assumed to be the launcher (FORCE_TORCHRUN=1, or several GPUs).",
    zh: () => "DeepSpeed 需要 torchrun，因此假定用它启动（FORCE_TORCHRUN=1，或有多张 GPU）。",
  },
  "torchrun-for-fsdp": {
    en: () => "FSDP needs one process per GPU, so a distributed launcher was assumed.",
    zh: () => "FSDP 需要每张 GPU 一个进程，因此假定用分布式方式启动。",
  },
  "config-file-absent": {
    en: ({ file }) => `${file} is not part of what was given; only the words after it were checked.`,
    zh: ({ file }) => `没有拿到 ${file} 的内容，只检查了它后面的参数。`,
  },
  kt: { en: () => "use_kt is set, so USE_KT=1 was assumed.", zh: () => "写了 use_kt，因此假定已设置 USE_KT=1。" },
  ray: {
    en: () => "Keys of Ray are set, so USE_RAY=1 was assumed.",
    zh: () => "写了 Ray 的键，因此假定已设置 USE_RAY=1。",
  },
};

export function assumptionText({ id, data }: Assumption, language: Language): string {
  return TEXTS[id][language](data);
}
