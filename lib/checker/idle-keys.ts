import type { Config } from "./config";
import type { Language } from "./language";

export interface IdleKey {
  readonly key: string;
  readonly because: Readonly<Record<Language, string>>;
}

interface IdleGroup {
  readonly keys: RegExp;
  readonly only?: "train" | "infer";
  idle(config: Config): boolean;
  readonly because: IdleKey["because"];
}

const trains = (config: Config) => config.command === "train";

/** Which keys a combination never looks at. The first group that fits a key speaks for it. */
const GROUPS: readonly IdleGroup[] = [
  {
    keys: /^lora_(rank|alpha|dropout|target)$|^(additional_target|create_new_adapter|loraplus_lr_embedding)$/,
    idle: (config) => trains(config) && config.is("finetuning_type", "full", "freeze"),
    because: {
      en: "it is about LoRA, and finetuning_type is not lora",
      zh: "它用于 LoRA，而 finetuning_type 不是 lora",
    },
  },
  {
    keys: /^(freeze_trainable_(layers|modules)|freeze_extra_modules)$/,
    idle: (config) => trains(config) && !config.is("finetuning_type", "freeze") && !config.isTrue("use_llama_pro"),
    because: {
      en: "it is about freeze tuning, and finetuning_type is not freeze",
      zh: "它用于 freeze 微调，而 finetuning_type 不是 freeze",
    },
  },
  {
    keys: /^(oft_(rank|block_size|target)|module_dropout)$/,
    idle: (config) => trains(config) && !config.is("finetuning_type", "oft"),
    because: { en: "it is about OFT, and finetuning_type is not oft", zh: "它用于 OFT，而 finetuning_type 不是 oft" },
  },
  {
    keys: /^galore_/,
    idle: (config) => trains(config) && !config.isTrue("use_galore"),
    because: { en: "use_galore is off", zh: "没有开启 use_galore" },
  },
  {
    keys: /^apollo_/,
    idle: (config) => trains(config) && !config.isTrue("use_apollo"),
    because: { en: "use_apollo is off", zh: "没有开启 use_apollo" },
  },
  {
    keys: /^badam_/,
    idle: (config) => trains(config) && !config.isTrue("use_badam"),
    because: { en: "use_badam is off", zh: "没有开启 use_badam" },
  },
  {
    keys: /^swanlab_/,
    idle: (config) => trains(config) && !config.isTrue("use_swanlab"),
    because: { en: "use_swanlab is off", zh: "没有开启 use_swanlab" },
  },
  {
    keys: /^pissa_(iter|convert)$/,
    idle: (config) => trains(config) && !config.isTrue("pissa_init"),
    because: { en: "pissa_init is off", zh: "没有开启 pissa_init" },
  },
  {
    keys: /^pref_(beta|ftx)$/,
    idle: (config) => trains(config) && !config.is("stage", "dpo", "kto"),
    because: {
      en: "it is about preference training, and stage is neither dpo nor kto",
      zh: "它用于偏好训练，而 stage 不是 dpo 或 kto",
    },
  },
  {
    keys: /^(pref_loss|pref_bco_weight|ld_alpha|dpo_label_smoothing|simpo_gamma)$/,
    idle: (config) => trains(config) && !config.is("stage", "dpo"),
    because: { en: "stage is not dpo", zh: "stage 不是 dpo" },
  },
  {
    keys: /^simpo_gamma$/,
    idle: (config) => trains(config) && !config.is("pref_loss", "simpo"),
    because: { en: "pref_loss is not simpo", zh: "pref_loss 不是 simpo" },
  },
  {
    keys: /^kto_(chosen|rejected)_weight$/,
    idle: (config) => trains(config) && !config.is("stage", "kto"),
    because: { en: "stage is not kto", zh: "stage 不是 kto" },
  },
  {
    keys: /^ppo_(buffer_size|epochs|score_norm|target|whiten_rewards)$|^reward_model($|_)/,
    idle: (config) => trains(config) && !config.is("stage", "ppo"),
    because: { en: "stage is not ppo", zh: "stage 不是 ppo" },
  },
  {
    keys: /^ref_model($|_)/,
    idle: (config) => trains(config) && !config.is("stage", "dpo", "kto", "ppo") && !config.isTrue("use_asft_loss"),
    because: { en: "this stage has no reference model", zh: "这个阶段没有参考模型" },
  },
  {
    keys: /^ref_model($|_)/,
    idle: (config) => trains(config) && config.is("stage", "dpo") && config.is("pref_loss", "orpo", "simpo"),
    because: { en: "ORPO and SimPO need no reference model", zh: "ORPO 和 SimPO 不需要参考模型" },
  },
  {
    keys: /^quantization_(type|device_map)$|^double_quantization$/,
    idle: (config) => !config.isSet("quantization_bit"),
    because: { en: "quantization_bit is not set", zh: "没有设置 quantization_bit" },
  },
  {
    keys: /^vllm_/,
    idle: (config) => !config.is("infer_backend", "vllm"),
    because: { en: "infer_backend is not vllm", zh: "infer_backend 不是 vllm" },
  },
  {
    keys: /^sglang_/,
    idle: (config) => !config.is("infer_backend", "sglang"),
    because: { en: "infer_backend is not sglang", zh: "infer_backend 不是 sglang" },
  },
  {
    keys: /^kt_/,
    idle: (config) => !config.isTrue("use_kt"),
    because: { en: "use_kt is off", zh: "没有开启 use_kt" },
  },
  {
    keys: /^export_/,
    only: "train",
    idle: trains,
    because: { en: "training exports nothing; that is the command export", zh: "训练时不导出模型；导出是 export 命令" },
  },
  {
    keys: /^(temperature|top_p|top_k|do_sample|num_beams|max_new_tokens|repetition_penalty|length_penalty|skip_special_tokens)$/,
    only: "train",
    idle: (config) => trains(config) && !config.isTrue("predict_with_generate") && !config.is("stage", "ppo"),
    because: { en: "it is about generating, and nothing is generated here", zh: "它用于生成，而这里不会生成文本" },
  },
  {
    keys: /^eval_num_beams$/,
    only: "train",
    idle: (config) => trains(config) && !config.isTrue("predict_with_generate"),
    because: { en: "predict_with_generate is off", zh: "没有开启 predict_with_generate" },
  },
  {
    keys: /^(eval_steps|eval_delay)$/,
    idle: (config) => trains(config) && config.is("eval_strategy", "no"),
    because: {
      en: "eval_strategy is no, so nothing is evaluated while training",
      zh: "eval_strategy 为 no，训练中不做评估",
    },
  },
  {
    keys: /^eval_steps$/,
    idle: (config) => trains(config) && config.is("eval_strategy", "epoch"),
    because: { en: "eval_strategy is epoch", zh: "eval_strategy 是 epoch" },
  },
  {
    keys: /^save_steps$/,
    idle: (config) => trains(config) && config.is("save_strategy", "no", "epoch"),
    because: { en: "save_strategy is not steps", zh: "save_strategy 不是 steps" },
  },
  {
    keys: /^logging_steps$/,
    idle: (config) =>
      trains(config) && config.is("logging_strategy", "no", "epoch") && !config.is("eval_strategy", "steps"),
    because: { en: "logging_strategy is not steps", zh: "logging_strategy 不是 steps" },
  },
  {
    keys: /^num_train_epochs$/,
    idle: (config) => trains(config) && Number(config.value("max_steps")) > 0,
    because: { en: "max_steps decides the length of the run", zh: "训练长度由 max_steps 决定" },
  },
  {
    keys: /^interleave_probs$/,
    idle: (config) => trains(config) && config.items("dataset").length === 1 && !config.is("mix_strategy", "concat"),
    because: { en: "there is only one dataset", zh: "只有一个数据集" },
  },
  {
    keys: /^buffer_size$/,
    idle: (config) => trains(config) && !config.isTrue("streaming"),
    because: { en: "streaming is off", zh: "没有开启 streaming" },
  },
  {
    keys: /^asft_alpha$/,
    idle: (config) => trains(config) && !config.isTrue("use_asft_loss"),
    because: { en: "use_asft_loss is off", zh: "没有开启 use_asft_loss" },
  },
  {
    keys: /^eaft_alpha$/,
    idle: (config) => trains(config) && !config.isTrue("use_eaft_loss"),
    because: { en: "use_eaft_loss is off", zh: "没有开启 use_eaft_loss" },
  },
  {
    keys: /^hyper_parallel_args$/,
    idle: (config) => trains(config) && !config.isTrue("use_hyper_parallel"),
    because: { en: "use_hyper_parallel is off", zh: "没有开启 use_hyper_parallel" },
  },
  {
    keys: /^profiler_/,
    idle: (config) => trains(config) && !config.isTrue("enable_torch_profiler"),
    because: { en: "enable_torch_profiler is off", zh: "没有开启 enable_torch_profiler" },
  },
  {
    keys: /^fsdp_config$/,
    idle: (config) => trains(config) && !config.isTrue("fsdp"),
    because: { en: "fsdp is not set", zh: "没有设置 fsdp" },
  },
  {
    keys: /^hub_(model_id|strategy|always_push|revision)$/,
    idle: (config) => trains(config) && !config.isTrue("push_to_hub"),
    because: { en: "push_to_hub is off", zh: "没有开启 push_to_hub" },
  },
  {
    keys: /^(metric_for_best_model|greater_is_better)$/,
    idle: (config) =>
      trains(config) &&
      !config.isTrue("load_best_model_at_end") &&
      !config.is("lr_scheduler_type", "reduce_lr_on_plateau") &&
      !config.is("save_strategy", "best") &&
      !config.isSet("early_stopping_steps") &&
      !config.isSet("save_total_limit"),
    because: { en: "nothing chooses a best model here", zh: "这里不需要选出最佳模型" },
  },
];

/** The written keys that have no effect and are not at their default anyway. */
export function idleKeys(config: Config): IdleKey[] {
  return [...config.entries.keys()].flatMap((key) => {
    if (!config.isWritten(key) || !config.isSet(key)) return [];
    const group = GROUPS.find((candidate) => candidate.keys.test(key) && candidate.idle(config));
    return group ? [{ key, because: group.because }] : [];
  });
}
