/** The order in which upstream's examples write a configuration. */
export const sections = ["model", "method", "dataset", "output", "train", "eval"] as const;
type Section = (typeof sections)[number];

const members: readonly (readonly [RegExp, Section])[] = [
  [/^(model_name_or_path|adapter_name_or_path|model_revision|trust_remote_code|quantization_|double_quant)/, "model"],
  [/^(image|video|audio)_|^(add_|resize_vocab|rope_scaling|flash_attn|hf_hub_token|use_fast_tokenizer)/, "model"],
  [/^(eval_|do_eval|per_device_eval|val_size|predict_|load_best|metric_for|greater_is|early_stopping)/, "eval"],
  [
    /^(stage|do_train|finetuning_type|lora|additional_target|use_(dora|rslora|galore|muon|dft)|pissa|freeze_)/,
    "method",
  ],
  [
    /^(galore|pref_|dpo_|simpo_|kto_|ref_model|reward_model|ppo_|ld_alpha|deepspeed|fsdp|enable_liger|use_unsloth)/,
    "method",
  ],
  [/^(disable_gradient_checkpointing|use_reentrant_gc)/, "method"],
  [/^(dataset|template|cutoff_len|packing|neat_packing|max_samples|train_on_prompt|mask_history|streaming)/, "dataset"],
  [/^(default_system|enable_thinking|preprocessing_|tokenized_path|interleave_|mix_strategy|buffer_size)/, "dataset"],
  [/^(disable_shuffling|dataloader_|media_dir)/, "dataset"],
  [/^(output_dir|logging_|save_|plot_loss|overwrite_output|report_to|run_name|hub_|push_to_hub)/, "output"],
];

export function sectionOf(name: string): Section {
  return members.find(([pattern]) => pattern.test(name))?.[1] ?? "train";
}
