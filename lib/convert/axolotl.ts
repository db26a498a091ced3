/** Axolotl v0.18.0 (src/axolotl/utils/schemas, src/axolotl/core/builders/base.py). */

import type { Json } from "@/lib/checker/catalog";
import { datasetName, distinct, isFile, type NamedDataset, openaiTags } from "./datasets";
import {
  attentionRule,
  checkpointingArgumentsRule,
  checkpointingRule,
  isRecord,
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
import { axolotlTemplates, templateOfModel } from "./templates";
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
  unneeded,
  valueIn,
} from "./types";

function stageOf(source: SourceConfig): string {
  if (valueIn(source, "pretraining_dataset") !== null) return "pt";
  if (isOn(source, "reward_model")) return "rm";
  const rl = valueIn(source, "rl");
  if (rl === null) return "sft";
  return rl === "kto" ? "kto" : "dpo";
}

const losses: Readonly<Record<string, string>> = { ipo: "ipo", orpo: "orpo", simpo: "simpo" };

const rl: Rule = (value) => {
  const word = inWords(value);
  if (word === "dpo" || word === "kto")
    return converted({ stage: word }, "The stage of the same name.", "对应同名的训练阶段。");
  const loss = losses[word];
  if (loss === undefined)
    return lost(`LLaMA-Factory does not train with ${word}.`, `LLaMA-Factory 不支持 ${word} 训练。`);
  return converted(
    { stage: "dpo", pref_loss: loss },
    `${word} is a loss of the stage dpo.`,
    `${word} 是 dpo 阶段的一种损失。`,
  );
};

const adapter: Rule = (value, source) => {
  if (value === "lora") return same({ finetuning_type: "lora" });
  if (value !== "qlora")
    return lost(
      `LLaMA-Factory has no adapter ${inWords(value)}; LoRA is used.`,
      `LLaMA-Factory 没有 ${inWords(value)} 适配器，改用 LoRA。`,
    );
  const isWritten = isOn(source, "load_in_4bit") || isOn(source, "load_in_8bit");
  return converted(
    isWritten ? { finetuning_type: "lora" } : { finetuning_type: "lora", quantization_bit: 4 },
    "LoRA on a quantized model.",
    "在量化模型上做 LoRA。",
  );
};

const bf16: Rule = (value) => {
  if (value === true) return same({ bf16: true });
  if (value === false) return off();
  return value === "full"
    ? converted({ bf16: true, bf16_full_eval: true }, "full also evaluates in bf16.", "full 表示评估也用 bf16。")
    : converted(
        { bf16: true },
        "auto asks the hardware; write fp16 for GPUs before Ampere.",
        "auto 表示按硬件决定；Ampere 之前的 GPU 请改用 fp16。",
      );
};

const tf32: Rule = (value) =>
  typeof value === "boolean" ? same({ tf32: value }) : unneeded("Left to the hardware.", "按硬件决定。");

/** `saves_per_epoch: 2` in 3 epochs is every sixth of the run. */
function perEpoch(key: "save_steps" | "eval_steps", strategy: string): Rule {
  return (value, source) => {
    const epochs = Number(valueIn(source, "num_epochs") ?? 1);
    const share = 1 / (Number(value) * epochs);
    const isEvaluated = key === "save_steps" || hasValidation(source);
    if (!isEvaluated) return unneeded("There is no validation set.", "没有验证集。");
    if (!(share > 0)) return unneeded("Zero times an epoch.", "每轮零次。");
    const use = share >= 1 ? { [strategy]: "epoch" } : { [strategy]: "steps", [key]: Number(share.toPrecision(6)) };
    return converted(use, "1 / (times × epochs) of the run.", "整个训练的 1 /（次数 × 轮数）。");
  };
}

function hasValidation(source: SourceConfig): boolean {
  return Number(valueIn(source, "val_set_size") ?? 0) > 0 || valueIn(source, "test_datasets") !== null;
}

/** Keys about evaluation mean nothing without something to evaluate on, and LLaMA-Factory would refuse them. */
function whenEvaluated(use: (value: Json) => Readonly<Record<string, Json>>): Rule {
  return (value, source) =>
    hasValidation(source) ? same(use(value)) : unneeded("There is no validation set.", "没有验证集。");
}

const datasets =
  (target: "dataset" | "eval_dataset"): Rule =>
  (value, source) => {
    const list = (Array.isArray(value) ? value : [value]).map((item): NamedDataset => toDataset(item, source));
    const named = distinct(list);
    const info = Object.fromEntries(named.map(({ name, entry }) => [name, entry]));
    const outcome: Outcome = converted(
      { [target]: named.map(({ name }) => name).join(",") },
      named.some(({ isGuess }) => isGuess)
        ? "Names of dataset_info.json. The type has no sure counterpart: check the formatting and the columns there."
        : "Names of dataset_info.json; the entries stand as a remark in the result.",
      named.some(({ isGuess }) => isGuess)
        ? "写成 dataset_info.json 里的名字。这种类型没有确定的对应，请核对其中的格式与列名。"
        : "写成 dataset_info.json 里的名字，需要登记的条目以注释写在结果里。",
    );
    return { ...outcome, datasetInfo: info };
  };

function toDataset(item: Json, source: SourceConfig): NamedDataset {
  if (!isRecord(item)) return { name: datasetName(inWords(item)), entry: { hf_hub_url: inWords(item) }, isGuess: true };
  const path = inWords(item.path ?? "");
  const dataFiles = typeof item.data_files === "string" ? item.data_files : null;
  const split = typeof item.split === "string" ? item.split.replace(/\[.*$/, "") : "train";
  const share = typeof item.split === "string" && item.split.includes("[");
  const { formatting, isGuess } = formattingOf(item, source);
  const place = isFile(path) || path === "json" ? { file_name: dataFiles ?? path } : { hf_hub_url: path };
  return {
    name: datasetName(dataFiles !== null && path === "json" ? dataFiles : path),
    entry: {
      ...place,
      ...formatting,
      ...(typeof item.name === "string" ? { subset: item.name } : {}),
      ...(split === "train" ? {} : { split }),
      ...(["dpo", "rm"].includes(stageOf(source)) ? { ranking: true } : {}),
    },
    isGuess: isGuess || share,
  };
}

function formattingOf(item: { readonly [key: string]: Json }, source: SourceConfig) {
  const type = typeof item.type === "string" ? item.type : "";
  const text = (key: string, fallback: string) => (typeof item[key] === "string" ? item[key] : fallback);
  if (stageOf(source) === "pt" || type.startsWith("completion") || type === "pretrain")
    return { formatting: { columns: { prompt: text("field", text("text_column", "text")) } }, isGuess: false };
  if (/^alpaca/.test(type))
    return { formatting: { columns: { prompt: "instruction", query: "input", response: "output" } }, isGuess: false };
  if (/^(chat_template|sharegpt)/.test(type)) {
    const mappings = isRecord(item.message_property_mappings) ? item.message_property_mappings : {};
    const role = String(mappings.role ?? text("message_field_role", type === "sharegpt" ? "from" : "role"));
    const content = String(
      mappings.content ?? text("message_field_content", type === "sharegpt" ? "value" : "content"),
    );
    const words = role === "from" ? { user_tag: "human", assistant_tag: "gpt", system_tag: "system" } : openaiTags;
    const isPair = ["dpo", "rm"].includes(stageOf(source));
    return {
      formatting: {
        formatting: "sharegpt",
        columns: {
          messages: text("field_messages", type === "sharegpt" ? "conversations" : "messages"),
          ...(isPair ? { chosen: text("field_chosen", "chosen"), rejected: text("field_rejected", "rejected") } : {}),
        },
        tags: { ...words, role_tag: role, content_tag: content },
      },
      isGuess: isPair,
    };
  }
  return { formatting: {}, isGuess: true };
}

const template: Rule = (value, source) => {
  const known = axolotlTemplates[inWords(value)];
  if (known !== undefined) return converted({ template: known }, "The template has another name.", "模板的名字不同。");
  const guess = templateOfModel(valueIn(source, "base_model"));
  if (guess === null) return lost("Choose a template for the model.", "请为模型选择一个模板。");
  return converted({ template: guess }, "Chosen by the model's name: check it.", "按模型名字选的，请核对。");
};

function isQuantized(source: SourceConfig): boolean {
  const isAsked = isOn(source, "load_in_4bit") || isOn(source, "load_in_8bit");
  return isAsked || valueIn(source, "adapter") === "qlora";
}

/** The vocabulary has to grow for new tokens, and that of a quantized model cannot. */
function addedTokens(key: "add_tokens" | "add_special_tokens", tokens: string, source: SourceConfig): Outcome {
  if (isQuantized(source))
    return converted(
      { [key]: tokens },
      "One string with commas. LLaMA-Factory cannot resize the vocabulary of a quantized model: there has to be room for them.",
      "写成逗号分隔的字符串。量化模型的词表不能扩展，须确认还有空位。",
    );
  return converted(
    { [key]: tokens, resize_vocab: true },
    "One string with commas; the vocabulary has to grow for it.",
    "写成逗号分隔的字符串，并扩展词表。",
  );
}

const specialTokens: Rule = (value, source) => {
  const added = isRecord(value) ? value.additional_special_tokens : undefined;
  if (Array.isArray(added) && added.length > 0) return addedTokens("add_special_tokens", commaList(added), source);
  return unneeded(
    "LLaMA-Factory takes them from the tokenizer and the template.",
    "LLaMA-Factory 从分词器和模板中取得。",
  );
};

const liger = switchRule(
  { enable_liger_kernel: true },
  "One switch for all kernels that fit the model.",
  "一个开关，开启适合该模型的全部内核。",
);

const report = (name: string): Rule =>
  switchRule({ report_to: name }, "A value of report_to.", "写成 report_to 的取值。");

const rules: Readonly<Record<string, Rule>> = {
  rl,
  adapter,
  bf16,
  tf32,
  bfloat16: switchRule({ pure_bf16: true }, "Weights and optimizer in bfloat16.", "权重与优化器都用 bfloat16。"),
  load_in_4bit: switchRule({ quantization_bit: 4 }, "A number of bits.", "写成位数。"),
  load_in_8bit: switchRule({ quantization_bit: 8 }, "A number of bits.", "写成位数。"),
  reward_model: switchRule({ stage: "rm" }, "The stage rm.", "对应训练阶段 rm。"),
  lora_target_linear: switchRule({ lora_target: "all" }, "All linear layers.", "全部线性层。"),
  lora_target_modules: (value, source, facts) =>
    isOn(source, "lora_target_linear")
      ? unneeded("lora_target_linear covers it.", "lora_target_linear 已包含。")
      : targetRule(value, source, facts),
  lora_modules_to_save: listRule("additional_target"),
  peft_init_lora_weights: (value) =>
    value === "pissa"
      ? converted({ pissa_init: true }, "A switch of its own.", "是单独的开关。")
      : value === true
        ? unneeded("The usual initialisation.", "通常的初始化。")
        : lost("LLaMA-Factory knows no other initialisation than PiSSA.", "除 PiSSA 外没有其他初始化方式。"),
  freeze_mm_modules: switchRule(
    { freeze_vision_tower: true, freeze_multi_modal_projector: true },
    "Two switches.",
    "分成两个开关。",
  ),
  datasets: datasets("dataset"),
  test_datasets: datasets("eval_dataset"),
  pretraining_dataset: (value, source, facts) => {
    const outcome = datasets("dataset")(value, source, facts);
    const isStreamed = Number(valueIn(source, "max_steps") ?? 0) > 0;
    return { ...outcome, use: { stage: "pt", ...outcome.use, ...(isStreamed ? { streaming: true } : {}) } };
  },
  val_set_size: (value, source) =>
    Number(value) === 0
      ? off()
      : valueIn(source, "test_datasets") !== null
        ? unneeded("test_datasets is the validation set.", "验证集由 test_datasets 给出。")
        : same({ val_size: value }),
  chat_template: template,
  sequence_len: (value, source) =>
    valueIn(source, "excess_length_strategy") === "truncate"
      ? same({ cutoff_len: value })
      : converted(
          { cutoff_len: value },
          "Axolotl drops longer samples, LLaMA-Factory truncates them.",
          "超长的样本 Axolotl 丢弃，LLaMA-Factory 截断。",
        ),
  excess_length_strategy: (value) =>
    value === "truncate"
      ? unneeded("LLaMA-Factory truncates.", "LLaMA-Factory 就是截断。")
      : lost("LLaMA-Factory truncates.", "LLaMA-Factory 只会截断。"),
  sample_packing: (value, source) => {
    if (value !== true) return off();
    const stage = stageOf(source);
    if (stage !== "sft" && stage !== "pt") return lost("Packing is for pt and sft.", "序列打包只用于 pt 与 sft。");
    return converted(
      packingUse(stage === "pt" ? "pt" : "other"),
      "neat_packing keeps samples from attending to each other, as in Axolotl.",
      "neat_packing 让样本互不注意，与 Axolotl 一致。",
    );
  },
  eval_sample_packing: () => unneeded("It goes with packing.", "随 packing 一起决定。"),
  pad_to_sequence_len: () => unneeded("Packed sequences are padded anyhow.", "打包后的序列本来就会填充。"),
  dataset_num_proc: (value) => same({ preprocessing_num_workers: value }),
  dataset_processes: (value) => same({ preprocessing_num_workers: value }),
  dataset_prepared_path: () =>
    unneeded(
      "A cache. tokenized_path is no cache: it names a saved data set, which then is the data.",
      "只是缓存。tokenized_path 不是缓存：它指定一份已保存的数据，并以它为准。",
    ),
  shuffle_merged_datasets: (value) =>
    value === false
      ? converted({ disable_shuffling: true }, "The switch is the other way round.", "开关方向相反。")
      : unneeded("LLaMA-Factory shuffles.", "LLaMA-Factory 默认打乱。"),
  attn_implementation: attentionRule,
  flash_attention: switchRule({ flash_attn: "fa2" }, "A value of flash_attn.", "写成 flash_attn 的取值。"),
  sdp_attention: switchRule({ flash_attn: "sdpa" }, "A value of flash_attn.", "写成 flash_attn 的取值。"),
  eager_attention: switchRule({ flash_attn: "disabled" }, "A value of flash_attn.", "写成 flash_attn 的取值。"),
  gradient_checkpointing: checkpointingRule,
  gradient_checkpointing_kwargs: checkpointingArgumentsRule,
  optimizer: optimizerRule,
  optim_args: (value) =>
    isRecord(value)
      ? converted(
          {
            optim_args: Object.entries(value)
              .map(([key, own]) => `${key}=${inWords(own)}`)
              .join(","),
          },
          "One string.",
          "写成一个字符串。",
        )
      : same({ optim_args: value }),
  warmup_steps: warmupRule,
  lr_scheduler: schedulerRule,
  cosine_min_lr_ratio: (value) =>
    converted(
      { lr_scheduler_type: "cosine_with_min_lr", lr_scheduler_kwargs: { min_lr_rate: value } },
      "A scheduler with an argument.",
      "写成带参数的调度器。",
    ),
  saves_per_epoch: perEpoch("save_steps", "save_strategy"),
  evals_per_epoch: perEpoch("eval_steps", "eval_strategy"),
  eval_steps: whenEvaluated((value) => ({ eval_strategy: "steps", eval_steps: value })),
  eval_strategy: whenEvaluated((value) => ({ eval_strategy: value })),
  eval_batch_size: whenEvaluated((value) => ({ per_device_eval_batch_size: value })),
  early_stopping_patience: (value, source, facts) => {
    const metric = valueIn(source, "metric_for_best_model") ?? "eval_loss";
    return whenEvaluated(() => ({ early_stopping_steps: value, metric_for_best_model: metric }))(value, source, facts);
  },
  load_best_model_at_end: whenEvaluated((value) => ({ load_best_model_at_end: value })),
  save_steps: (value) => same({ save_strategy: "steps", save_steps: value }),
  train_on_inputs: (value, source) =>
    stageOf(source) === "sft" && value === true
      ? same({ train_on_prompt: true })
      : unneeded("Off, or of no meaning in this stage.", "没有开启，或在这个阶段没有意义。"),
  resize_token_embeddings_to_32x: (value, source) =>
    value !== true
      ? off()
      : isQuantized(source)
        ? lost(
            "The vocabulary of a quantized model cannot be resized in LLaMA-Factory.",
            "LLaMA-Factory 不能扩展量化模型的词表。",
          )
        : converted({ resize_vocab: true }, "LLaMA-Factory rounds up to 64.", "LLaMA-Factory 取整到 64 的倍数。"),
  tokens: (value, source) => addedTokens("add_tokens", commaList(value), source),
  special_tokens: specialTokens,
  torch_compile: (value) =>
    typeof value === "boolean" ? same({ torch_compile: value }) : unneeded("Left to the hardware.", "按硬件决定。"),
  use_wandb: report("wandb"),
  wandb_project: () =>
    converted(
      { report_to: "wandb" },
      "The project's name goes into WANDB_PROJECT.",
      "项目名改用环境变量 WANDB_PROJECT。",
    ),
  use_tensorboard: report("tensorboard"),
  use_mlflow: report("mlflow"),
  use_trackio: report("trackio"),
  hub_model_id: (value) =>
    converted({ push_to_hub: true, hub_model_id: value }, "Uploading is a switch of its own.", "上传是单独的开关。"),
  deepspeed: (value) =>
    converted(
      { deepspeed: value },
      "Copy the file along, or take one of examples/deepspeed.",
      "请把这个文件一起带上，或改用 examples/deepspeed 里的。",
    ),
  plugins: () => unneeded("Read off the keys of the plugins.", "由各插件自己的键决定。"),
  liger_rope: liger,
  liger_rms_norm: liger,
  liger_glu_activation: liger,
  liger_swiglu: liger,
  liger_layer_norm: liger,
  liger_cross_entropy: liger,
  liger_fused_linear_cross_entropy: liger,
  rl_beta: (value) => same({ pref_beta: value }),
  orpo_alpha: (value) => same({ pref_beta: value }),
  dpo_loss_type: (value) =>
    Array.isArray(value) && value.length > 1
      ? lost("LLaMA-Factory takes one loss.", "LLaMA-Factory 只能用一种损失。")
      : converted({ pref_loss: [value].flat()[0] ?? "sigmoid" }, "One loss, no list.", "只写一个，不是列表。"),
  model_type: () => unneeded("LLaMA-Factory finds it out.", "LLaMA-Factory 自动判断。"),
  tokenizer_type: () => unneeded("LLaMA-Factory finds it out.", "LLaMA-Factory 自动判断。"),
  processor_type: () => unneeded("LLaMA-Factory finds it out.", "LLaMA-Factory 自动判断。"),
  strict: off,
  local_rank: () => unneeded("Set by the launcher.", "由启动器设置。"),
  ...lostRules({
    batch_size: [
      "The total batch. LLaMA-Factory has per_device_train_batch_size and gradient_accumulation_steps.",
      "是总批大小。LLaMA-Factory 用 per_device_train_batch_size 与 gradient_accumulation_steps。",
    ],
    fsdp: [
      "LLaMA-Factory takes FSDP from accelerate launch with a configuration; see examples/accelerate.",
      "LLaMA-Factory 的 FSDP 由 accelerate launch 及其配置给出，见 examples/accelerate。",
    ],
    fsdp_config: ["It goes into the configuration of accelerate.", "写进 accelerate 的配置。"],
    fsdp_version: ["It goes into the configuration of accelerate.", "写进 accelerate 的配置。"],
    wandb_entity: ["Use the environment variable WANDB_ENTITY.", "改用环境变量 WANDB_ENTITY。"],
    wandb_watch: ["Use the environment variable WANDB_WATCH.", "改用环境变量 WANDB_WATCH。"],
    wandb_log_model: ["Use the environment variable WANDB_LOG_MODEL.", "改用环境变量 WANDB_LOG_MODEL。"],
    wandb_mode: ["Use the environment variable WANDB_MODE.", "改用环境变量 WANDB_MODE。"],
    context_parallel_size: [
      "LLaMA-Factory splits sequences only with the Megatron back-end.",
      "LLaMA-Factory 只有 Megatron 后端能切分序列。",
    ],
    rope_scaling: ["Axolotl takes it no longer either.", "Axolotl 也已不再支持。"],
  }),
};

function defaults(source: SourceConfig): readonly Default[] {
  const absent = (key: string) => valueIn(source, key) === null;
  const written = { en: "Axolotl's default.", zh: "Axolotl 的默认值。" };
  const list: (Default | false)[] = [
    {
      key: "stage",
      use: { stage: stageOf(source), do_train: true },
      note: { en: "SFT is Axolotl's default.", zh: "Axolotl 默认做 SFT。" },
    },
    absent("adapter") && {
      key: "adapter",
      use: { finetuning_type: "full" },
      note: { en: "Without an adapter Axolotl trains everything.", zh: "不写 adapter 时 Axolotl 训练全部参数。" },
    },
    { key: "adapter", use: { finetuning_type: "lora" }, note: written },
    absent("micro_batch_size") && { key: "micro_batch_size", use: { per_device_train_batch_size: 1 }, note: written },
    absent("num_epochs") && { key: "num_epochs", use: { num_train_epochs: 1 }, note: written },
    absent("sequence_len") && { key: "sequence_len", use: { cutoff_len: 512 }, note: written },
    absent("lr_scheduler") && { key: "lr_scheduler", use: { lr_scheduler_type: "cosine" }, note: written },
    absent("warmup_steps") &&
      absent("warmup_ratio") && {
        key: "warmup_ratio",
        use: { warmup_ratio: 0.03 },
        note: { en: "Axolotl's default, at most 100 steps there.", zh: "Axolotl 的默认值，在那里最多 100 步。" },
      },
    absent("save_steps") &&
      absent("saves_per_epoch") &&
      absent("save_strategy") && { key: "save_strategy", use: { save_strategy: "epoch" }, note: written },
    absent("save_total_limit") && { key: "save_total_limit", use: { save_total_limit: 4 }, note: written },
    absent("bf16") &&
      absent("fp16") &&
      absent("bfloat16") &&
      absent("float16") && {
        key: "bf16",
        use: { bf16: true },
        note: {
          en: "Axolotl's default is auto; write fp16 for GPUs before Ampere.",
          zh: "Axolotl 默认 auto；Ampere 之前的 GPU 请改用 fp16。",
        },
      },
    absent("gradient_checkpointing") && {
      key: "gradient_checkpointing",
      use: { disable_gradient_checkpointing: true },
      note: { en: "Off by default in Axolotl.", zh: "Axolotl 默认关闭。" },
    },
    absent("eval_batch_size") &&
      hasValidation(source) && {
        key: "eval_batch_size",
        use: { per_device_eval_batch_size: valueIn(source, "micro_batch_size") ?? 1 },
        note: { en: "As micro_batch_size.", zh: "与 micro_batch_size 相同。" },
      },
    templateDefault(source),
  ];
  return list.filter((item) => item !== false);
}

function templateDefault(source: SourceConfig): Default | false {
  const model = templateOfModel(valueIn(source, "base_model"));
  const list = valueIn(source, "datasets");
  const isAlpaca = Array.isArray(list) && list.some((item) => isRecord(item) && /^alpaca/.test(String(item.type)));
  const chosen = stageOf(source) === "pt" ? null : isAlpaca ? "alpaca" : model;
  if (chosen === null) return false;
  return {
    key: "chat_template",
    use: { template: chosen },
    note: isAlpaca
      ? { en: "The prompt of the dataset's type.", zh: "数据类型自带的提示格式。" }
      : { en: "Chosen by the model's name: check it.", zh: "按模型名字选的，请核对。" },
  };
}

const unsupported = ["grpo", "gdpo", "ebft"];

export const axolotl: FrameworkRules = {
  rules,
  defaults,
  check: (source) => {
    const kind = String(valueIn(source, "rl"));
    if (unsupported.includes(kind))
      return { en: `LLaMA-Factory does not train with ${kind}.`, zh: `LLaMA-Factory 不支持 ${kind} 训练。` };
    if (isOn(source, "process_reward_model"))
      return { en: "LLaMA-Factory trains no process reward models.", zh: "LLaMA-Factory 不训练过程奖励模型。" };
    if (source.keys.has("stage") && source.keys.has("model_name_or_path"))
      return { en: "This is a LLaMA-Factory configuration already.", zh: "这已经是 LLaMA-Factory 的配置了。" };
    return null;
  },
};
