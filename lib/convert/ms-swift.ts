/** ms-swift v4.5.2 (swift/arguments, swift/trainers/arguments.py); the former names of 2.x and 3.x are known too. */

import type { Json } from "@/lib/checker/catalog";
import { datasetName, distinct, isFile, type NamedDataset, openaiTags } from "./datasets";
import {
  attentionRule,
  checkpointingArgumentsRule,
  checkpointingRule,
  listRule,
  lostRules,
  off,
  optimizerRule,
  packingUse,
  schedulerRule,
  switchRule,
  targetRule,
  warmupRule,
} from "./shared-rules";
import { swiftTemplates, templateOfModel } from "./templates";
import {
  commaList,
  converted,
  type Default,
  type FrameworkRules,
  inWords,
  isOn,
  lost,
  type Outcome,
  type Rule,
  type SourceConfig,
  same,
  type Target,
  unneeded,
  valueIn,
} from "./types";

function stageOf(source: SourceConfig): string {
  const kind = valueIn(source, "rlhf_type");
  if (kind === null) return source.command === "pt" ? "pt" : source.command === "rlhf" ? "dpo" : "sft";
  return ["kto", "rm", "ppo"].includes(String(kind)) ? String(kind) : "dpo";
}

const rlhfType: Rule = (value) => {
  const kind = inWords(value);
  if (kind === "orpo" || kind === "simpo")
    return converted(
      { stage: "dpo", pref_loss: kind },
      `${kind} is a loss of the stage dpo.`,
      `${kind} 是 dpo 阶段的一种损失。`,
    );
  if (!["dpo", "kto", "rm", "ppo"].includes(kind))
    return lost(`LLaMA-Factory does not train with ${kind}.`, `LLaMA-Factory 不支持 ${kind} 训练。`);
  return converted({ stage: kind }, "The stage of the same name.", "对应同名的训练阶段。");
};

const tunerType: Rule = (value) => {
  if (value === "lora" || value === "full") return same({ finetuning_type: value });
  return lost(
    `LLaMA-Factory has no tuner ${inWords(value)}; LoRA is used.`,
    `LLaMA-Factory 没有 ${inWords(value)} 这种微调方式，改用 LoRA。`,
  );
};

const dtype: Rule = (value) => {
  if (value === "bfloat16") return converted({ bf16: true }, "Mixed precision in bf16.", "以 bf16 做混合精度。");
  return converted(
    { fp16: true },
    "ms-swift trains float16 and float32 models with fp16 mixed precision.",
    "对 float16 和 float32 模型，ms-swift 都用 fp16 混合精度训练。",
  );
};

const template: Rule = (value, source) => {
  const known = swiftTemplates[inWords(value)];
  if (known !== undefined)
    return known === value
      ? same({ template: known })
      : converted({ template: known }, "The template has another name.", "模板的名字不同。");
  const guess = templateOfModel(valueIn(source, "model"));
  if (guess === null) return lost("Choose a template for the model.", "请为模型选择一个模板。");
  return converted({ template: guess }, "Chosen by the model's name: check it.", "按模型名字选的，请核对。");
};

const datasets =
  (target: "dataset" | "eval_dataset"): Rule =>
  (value, source) => {
    const named = distinct([value].flat().map((item) => toDataset(inWords(item), source)));
    const info = Object.fromEntries(named.map(({ name, entry }) => [name, entry]));
    const outcome: Outcome = converted(
      { [target]: named.map(({ name }) => name).join(",") },
      "Names of dataset_info.json. ms-swift finds the columns by itself: check formatting and columns of the entries in the result.",
      "写成 dataset_info.json 里的名字。ms-swift 自动识别列，请核对结果里各条目的格式与列名。",
    );
    return { ...outcome, datasetInfo: info };
  };

/** `id:subset#count`, or a file. */
function toDataset(text: string, source: SourceConfig): NamedDataset {
  const [, id = text, subset, count] = /^(.*?)(?::([\w/-]+))?(?:#(\d+))?$/.exec(text) ?? [];
  const isHub = !isFile(id) && /^[\w.-]+\/[\w.-]+$/.test(id);
  const place = !isHub ? { file_name: id } : isOn(source, "use_hf") ? { hf_hub_url: id } : { ms_hub_url: id };
  const isPair = ["dpo", "rm"].includes(stageOf(source));
  const formatting =
    stageOf(source) === "pt"
      ? { columns: { prompt: "text" } }
      : {
          formatting: "sharegpt",
          columns: { messages: "messages", ...(isPair ? { rejected: "rejected_response" } : {}) },
          tags: openaiTags,
        };
  return {
    name: datasetName(id),
    entry: {
      ...place,
      ...(isPair ? { ranking: true } : {}),
      ...(subset === undefined || subset === "default" ? {} : { subset }),
      ...(count === undefined ? {} : { num_samples: Number(count) }),
      ...formatting,
    },
    isGuess: true,
  };
}

const lossScale: Rule = (value, source) => {
  const base = inWords(value).split("+")[0];
  if (base === "all")
    return stageOf(source) === "pt"
      ? unneeded("Pre-training learns from every token.", "预训练本来就学习每个 token。")
      : converted({ train_on_prompt: true }, "A switch of its own.", "是单独的开关。");
  if (base === "last_round" && stageOf(source) === "sft")
    return converted({ mask_history: true }, "A switch of its own.", "是单独的开关。");
  if (base === "default" || base === "last_round") return unneeded("As in LLaMA-Factory.", "与 LLaMA-Factory 相同。");
  return lost(`LLaMA-Factory has no weights ${inWords(value)}.`, `LLaMA-Factory 没有 ${inWords(value)} 这种损失权重。`);
};

const deepspeedFiles: Readonly<Record<string, string>> = {
  zero0: "examples/deepspeed/ds_z0_config.json",
  zero2: "examples/deepspeed/ds_z2_config.json",
  zero3: "examples/deepspeed/ds_z3_config.json",
  zero2_offload: "examples/deepspeed/ds_z2_offload_config.json",
  zero3_offload: "examples/deepspeed/ds_z3_offload_config.json",
};

const deepspeed: Rule = (value) => {
  const file = deepspeedFiles[inWords(value)];
  if (file !== undefined)
    return converted({ deepspeed: file }, "The file that LLaMA-Factory ships.", "换成 LLaMA-Factory 自带的文件。");
  if (value === "zero1")
    return lost("LLaMA-Factory ships no file for ZeRO-1; give one.", "LLaMA-Factory 没有自带 ZeRO-1 的文件，请自备。");
  return same({ deepspeed: value });
};

function hasValidation(source: SourceConfig): boolean {
  const files = valueIn(source, "val_dataset");
  return Number(valueIn(source, "split_dataset_ratio") ?? 0) > 0 || (files !== null && [files].flat().length > 0);
}

function whenEvaluated(key: string): Rule {
  return (value, source) =>
    hasValidation(source) || value === "no"
      ? same({ [key]: value })
      : unneeded("There is no validation set.", "没有验证集。");
}

const initWeights: Rule = (value) => {
  const [, steps] = /^pissa(?:_niter_(\d+))?$/.exec(inWords(value)) ?? [];
  if (/^pissa/.test(inWords(value)))
    return converted(
      { pissa_init: true, pissa_iter: steps === undefined ? -1 : Number(steps) },
      "A switch and a number of steps, -1 for the exact form.",
      "写成一个开关和一个迭代次数，-1 表示精确形式。",
    );
  return value === true || value === "true"
    ? unneeded("The usual initialisation.", "通常的初始化。")
    : lost("LLaMA-Factory knows no other initialisation than PiSSA.", "除 PiSSA 外没有其他初始化方式。");
};

const rules: Readonly<Record<string, Rule>> = {
  model: (value, source) => {
    const isLocal = isFile(inWords(value)) || inWords(value).startsWith("/");
    return isOn(source, "use_hf") || isLocal
      ? same({ model_name_or_path: value })
      : converted(
          { model_name_or_path: value },
          "ms-swift downloads from ModelScope: set USE_MODELSCOPE_HUB=1 to do so here, too.",
          "ms-swift 从 ModelScope 下载；要在这里也这样，请设环境变量 USE_MODELSCOPE_HUB=1。",
        );
  },
  use_hf: () => unneeded("Hugging Face is LLaMA-Factory's default.", "LLaMA-Factory 默认用 Hugging Face。"),
  hub_token: (value, source) => same(isOn(source, "use_hf") ? { hf_hub_token: value } : { ms_hub_token: value }),
  adapters: listRule("adapter_name_or_path"),
  rlhf_type: rlhfType,
  tuner_type: tunerType,
  train_type: tunerType,
  sft_type: tunerType,
  tuner_backend: (value) =>
    value === "unsloth"
      ? converted({ use_unsloth: true }, "A switch of its own.", "是单独的开关。")
      : unneeded("PEFT, as in LLaMA-Factory.", "PEFT，与 LLaMA-Factory 相同。"),
  torch_dtype: dtype,
  attn_impl: attentionRule,
  use_flash_attn: switchRule({ flash_attn: "fa2" }, "A value of flash_attn.", "写成 flash_attn 的取值。"),
  target_modules: targetRule,
  modules_to_save: listRule("additional_target"),
  init_weights: initWeights,
  lora_alpha: (value) => same({ lora_alpha: value }),
  lora_dropout: (value) => same({ lora_dropout: value }),
  lora_bias: (value) =>
    value === "none" ? off() : lost("LLaMA-Factory trains no biases.", "LLaMA-Factory 不训练偏置。"),
  quant_method: (value) =>
    ["bnb", "hqq", "eetq"].includes(inWords(value))
      ? same({ quantization_method: value })
      : lost(
          `LLaMA-Factory does not quantize with ${inWords(value)} on the fly.`,
          `LLaMA-Factory 的即时量化不支持 ${inWords(value)}。`,
        ),
  quant_bits: (value) =>
    typeof value === "number" ? same({ quantization_bit: value }) : lost("A number of bits is needed.", "需要写位数。"),
  quantization_bit: (value) => (value === 0 ? off() : same({ quantization_bit: value })),
  bnb_4bit_compute_dtype: () =>
    unneeded("LLaMA-Factory computes in the training precision.", "LLaMA-Factory 按训练精度计算。"),
  dataset: datasets("dataset"),
  val_dataset: datasets("eval_dataset"),
  split_dataset_ratio: (value) => (Number(value) === 0 ? off() : same({ val_size: value })),
  template,
  template_type: template,
  system: (value) => same({ default_system: value }),
  max_length: (value, source) =>
    ["left", "right"].includes(String(valueIn(source, "truncation_strategy")))
      ? same({ cutoff_len: value })
      : converted(
          { cutoff_len: value },
          "ms-swift deletes longer samples, LLaMA-Factory truncates them.",
          "超长的样本 ms-swift 删除，LLaMA-Factory 截断。",
        ),
  truncation_strategy: (value) =>
    value === "right"
      ? unneeded("LLaMA-Factory truncates at the end.", "LLaMA-Factory 从末尾截断。")
      : lost("LLaMA-Factory truncates at the end.", "LLaMA-Factory 只会从末尾截断。"),
  packing: (value, source) => {
    if (value !== true) return off();
    const stage = stageOf(source);
    if (stage !== "sft" && stage !== "pt") return lost("Packing is for pt and sft.", "序列打包只用于 pt 与 sft。");
    return converted(
      packingUse(stage === "pt" ? "pt" : "other"),
      "neat_packing keeps samples from attending to each other, as in ms-swift.",
      "neat_packing 让样本互不注意，与 ms-swift 一致。",
    );
  },
  padding_free: (value) =>
    value === true
      ? lost("LLaMA-Factory pads, or packs with packing.", "LLaMA-Factory 只有填充，或用 packing 打包。")
      : off(),
  loss_scale: lossScale,
  interleave_prob: (value) =>
    converted(
      { mix_strategy: "interleave_under", interleave_probs: commaList(value) },
      "A strategy and one string with commas.",
      "写成混合策略加逗号分隔的字符串。",
    ),
  stopping_strategy: (value, source) =>
    valueIn(source, "interleave_prob") === null
      ? unneeded("Only with interleave_prob.", "只与 interleave_prob 一起生效。")
      : converted(
          { mix_strategy: value === "all_exhausted" ? "interleave_over" : "interleave_under" },
          "A value of mix_strategy.",
          "写成 mix_strategy 的取值。",
        ),
  shuffle_buffer_size: (value) => same({ buffer_size: value }),
  dataset_shuffle: (value) =>
    value === false
      ? lost("See train_dataloader_shuffle.", "见 train_dataloader_shuffle。")
      : unneeded("LLaMA-Factory shuffles.", "LLaMA-Factory 默认打乱。"),
  train_dataloader_shuffle: (value) =>
    value === false
      ? converted({ disable_shuffling: true }, "The switch is the other way round.", "开关方向相反。")
      : unneeded("LLaMA-Factory shuffles.", "LLaMA-Factory 默认打乱。"),
  max_pixels: (value) => same({ image_max_pixels: value }),
  load_from_cache_file: () =>
    unneeded(
      "LLaMA-Factory uses the cache; overwrite_cache makes it anew.",
      "LLaMA-Factory 默认用缓存，overwrite_cache 才重新生成。",
    ),
  lazy_tokenize: () =>
    unneeded("LLaMA-Factory tokenises beforehand, or while streaming.", "LLaMA-Factory 提前分词，流式加载时边读边分。"),
  gradient_checkpointing: checkpointingRule,
  gradient_checkpointing_kwargs: checkpointingArgumentsRule,
  vit_gradient_checkpointing: () => unneeded("It goes with gradient checkpointing.", "随梯度检查点一起决定。"),
  optim: optimizerRule,
  optimizer: (value, source, facts) =>
    value === "muon"
      ? optimizerRule(value, source, facts)
      : value === "lorap"
        ? unneeded("lorap_lr_ratio switches it on.", "由 lorap_lr_ratio 开启。")
        : value === "galore"
          ? converted({ use_galore: true }, "A switch of its own.", "是单独的开关。")
          : lost(
              `LLaMA-Factory has no optimizer ${inWords(value)}.`,
              `LLaMA-Factory 没有 ${inWords(value)} 这个优化器。`,
            ),
  use_galore: (value) => (value === true ? same({ use_galore: true }) : off()),
  galore_rank: (value) => same({ galore_rank: value }),
  galore_update_proj_gap: (value) => same({ galore_update_interval: value }),
  galore_target_modules: listRule("galore_target"),
  warmup_steps: warmupRule,
  lr_scheduler_type: schedulerRule,
  learning_rate: (value) => same({ learning_rate: value }),
  weight_decay: (value) => same({ weight_decay: value }),
  adam_beta2: (value) => same({ adam_beta2: value }),
  per_device_train_batch_size: (value) => same({ per_device_train_batch_size: value }),
  batch_size: (value) => same({ per_device_train_batch_size: value }),
  per_device_eval_batch_size: whenEvaluated("per_device_eval_batch_size"),
  gradient_accumulation_steps: (value) => same({ gradient_accumulation_steps: value }),
  logging_steps: (value) => same({ logging_steps: value }),
  eval_strategy: whenEvaluated("eval_strategy"),
  eval_steps: whenEvaluated("eval_steps"),
  router_aux_loss_coef: (value) => (value === 0 ? off() : same({ moe_aux_loss_coef: value })),
  report_to: (value) => (Array.isArray(value) ? same({ report_to: value }) : same({ report_to: value })),
  output_dir: (value, source) =>
    valueIn(source, "add_version") === false
      ? same({ output_dir: value })
      : converted(
          { output_dir: value },
          "ms-swift adds a sub-folder with version and time.",
          "ms-swift 会加上带版本和时间的子目录。",
        ),
  add_version: () => unneeded("LLaMA-Factory adds no sub-folder.", "LLaMA-Factory 不加子目录。"),
  deepspeed,
  enable_dft_loss: (value) => (value === true ? same({ use_dft_loss: true }) : off()),
  early_stop_interval: whenEvaluated("early_stopping_steps"),
  beta: (value) => same({ pref_beta: value }),
  loss_type: (value, source) =>
    Array.isArray(value)
      ? lost("LLaMA-Factory takes one loss.", "LLaMA-Factory 只能用一种损失。")
      : ["dpo", "kto"].includes(stageOf(source)) && ["sigmoid", "hinge", "ipo", "kto_pair"].includes(inWords(value))
        ? same({ pref_loss: value })
        : lost(`LLaMA-Factory has no loss ${inWords(value)}.`, `LLaMA-Factory 没有 ${inWords(value)} 这种损失。`),
  simpo_gamma: (value) => same({ simpo_gamma: value }),
  cpo_alpha: () => lost("LLaMA-Factory's SimPO has no such term.", "LLaMA-Factory 的 SimPO 没有这一项。"),
  ref_model: (value) => same({ ref_model: value }),
  reward_model: (value, source) =>
    valueIn(source, "reward_adapters") === null
      ? converted(
          { reward_model: commaList(value), reward_model_type: "full" },
          "A whole model; lora is LLaMA-Factory's default for the type.",
          "是完整的模型；reward_model_type 默认是 lora。",
        )
      : same({ reward_model: commaList(value) }),
  reward_adapters: listRule("reward_model_adapters"),
  enable_thinking: (value) => same({ enable_thinking: value }),
  ...lostRules({
    target_regex: ["lora_target takes names, no regular expression.", "lora_target 只能写模块名，不支持正则表达式。"],
    model_name: ["Only for ms-swift's self-cognition data.", "只用于 ms-swift 的自我认知数据。"],
    model_author: ["Only for ms-swift's self-cognition data.", "只用于 ms-swift 的自我认知数据。"],
    cached_dataset: [
      "Its files are ms-swift's own; tokenized_path is LLaMA-Factory's way.",
      "是 ms-swift 自己的文件；LLaMA-Factory 用 tokenized_path。",
    ],
    columns: ["It goes into dataset_info.json, as columns.", "写进 dataset_info.json 的 columns。"],
    rope_scaling: [
      "LLaMA-Factory takes the factor from cutoff_len; see rope_scaling.",
      "LLaMA-Factory 由 cutoff_len 推出倍数，见 rope_scaling。",
    ],
    max_model_len: ["cutoff_len decides the length.", "长度由 cutoff_len 决定。"],
    fsdp: [
      "LLaMA-Factory takes FSDP from accelerate launch; see examples/accelerate.",
      "LLaMA-Factory 的 FSDP 由 accelerate launch 给出，见 examples/accelerate。",
    ],
    new_special_tokens: [
      "Write add_special_tokens with commas, and resize_vocab: true.",
      "请写 add_special_tokens（逗号分隔）和 resize_vocab: true。",
    ],
    sequence_parallel_size: [
      "LLaMA-Factory splits sequences only with the Megatron back-end.",
      "LLaMA-Factory 只有 Megatron 后端能切分序列。",
    ],
    ENV: ["Set these as environment variables.", "请作为环境变量设置。"],
    model_kwargs: [
      "Entries such as fps are keys of their own: video_fps, video_maxlen.",
      "fps 之类的项在这里是单独的键：video_fps、video_maxlen。",
    ],
  }),
};

function defaults(source: SourceConfig, target: Target): readonly Default[] {
  const absent = (key: string) => valueIn(source, key) === null;
  const note = { en: "ms-swift's default.", zh: "ms-swift 的默认值。" };
  const stage = stageOf(source);
  const isFull = target.keys.get("finetuning_type") === "full";
  const batch = Number(target.keys.get("per_device_train_batch_size") ?? 1);
  const accumulation = Math.max(1, Math.ceil(16 / batch / source.processes));
  const chosen = absent("template") && stage !== "pt" ? templateOfModel(valueIn(source, "model")) : null;
  const losses = target.keys.get("pref_loss");
  const validated = hasValidation(source);
  const list: (Default | false)[] = [
    { key: "stage", use: { stage, do_train: true }, note: { en: "From the command.", zh: "由命令决定。" } },
    { key: "tuner_type", use: { finetuning_type: "lora" }, note },
    !isFull && {
      key: "lora_alpha",
      use: { lora_rank: 8, lora_alpha: 32, lora_dropout: 0.05, lora_target: "all" },
      note,
    },
    { key: "learning_rate", use: { learning_rate: isFull ? 1e-5 : 1e-4 }, note },
    { key: "lr_scheduler_type", use: { lr_scheduler_type: "cosine" }, note },
    { key: "weight_decay", use: { weight_decay: 0.1 }, note },
    { key: "adam_beta2", use: { adam_beta2: 0.95 }, note },
    { key: "per_device_train_batch_size", use: { per_device_train_batch_size: 1 }, note },
    {
      key: "gradient_accumulation_steps",
      use: { gradient_accumulation_steps: accumulation },
      note: {
        en: `Chosen for a total batch of 16 on ${source.processes} GPU(s), as ms-swift does.`,
        zh: `与 ms-swift 一样，按 ${source.processes} 张卡凑足 16 的总批大小。`,
      },
    },
    absent("torch_dtype") &&
      absent("fp16") && {
        key: "torch_dtype",
        use: { bf16: true },
        note: {
          en: "ms-swift takes the model's own type, which for nearly all models of today is bfloat16.",
          zh: "ms-swift 取模型自身的类型，如今的模型几乎都是 bfloat16。",
        },
      },
    { key: "logging_steps", use: { logging_steps: 5 }, note },
    { key: "report_to", use: { report_to: "tensorboard" }, note },
    validated && {
      key: "eval_strategy",
      use: { eval_strategy: target.keys.get("save_strategy") ?? "steps" },
      note: { en: "As save_strategy.", zh: "与 save_strategy 相同。" },
    },
    validated &&
      target.keys.get("eval_strategy") !== "epoch" &&
      target.keys.get("eval_strategy") !== "no" &&
      target.keys.get("save_strategy") !== "epoch" && {
        key: "eval_steps",
        use: { eval_steps: target.keys.get("save_steps") ?? 500 },
        note: { en: "As save_steps.", zh: "与 save_steps 相同。" },
      },
    validated && { key: "per_device_eval_batch_size", use: { per_device_eval_batch_size: 1 }, note },
    losses === "simpo" && { key: "beta", use: { pref_beta: 2, simpo_gamma: 1 }, note },
    absent("output_dir") && { key: "output_dir", use: { output_dir: "output" }, note },
    chosen !== null && {
      key: "template",
      use: { template: chosen },
      note: { en: "Chosen by the model's name: check it.", zh: "按模型名字选的，请核对。" },
    },
  ];
  return list.filter((item) => item !== false);
}

const unsupported = ["grpo", "gkd", "cpo"];

export const msSwift: FrameworkRules = {
  rules,
  defaults,
  check: (source) => {
    const kind = String(valueIn(source, "rlhf_type"));
    if (unsupported.includes(kind))
      return { en: `LLaMA-Factory does not train with ${kind}.`, zh: `LLaMA-Factory 不支持 ${kind} 训练。` };
    const task: Json = valueIn(source, "task_type");
    if (task !== null && task !== "causal_lm")
      return {
        en: `LLaMA-Factory trains no models for ${String(task)}.`,
        zh: `LLaMA-Factory 不训练 ${String(task)} 类型的模型。`,
      };
    if (source.keys.has("stage") && source.keys.has("model_name_or_path"))
      return { en: "This is a LLaMA-Factory configuration already.", zh: "这已经是 LLaMA-Factory 的配置了。" };
    return null;
  },
};
