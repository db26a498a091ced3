import { isTruthy, type PyValue } from "@/lib/checker/python/values";

/** The configuration as far as it is written. */
export type Written = ReadonlyMap<string, PyValue>;

const isOn = (written: Written, key: string) => written.has(key) && isTruthy(written.get(key) ?? null);
const multimodalName = /(?:vl|vision|llava|omni|paligemma|pixtral|internvl|minicpm-?[vo]|mllama|gemma-?3|audio|video)/i;

function isMultimodal(written: Written): boolean {
  const named = [written.get("model_name_or_path"), written.get("template")].some(
    (value) => typeof value === "string" && multimodalName.test(value),
  );
  return (
    named || [...written.keys()].some((key) => /^(image|video)_|^(visual_inputs|media_dir)$|vision_tower/.test(key))
  );
}

const generates = (written: Written) =>
  isOn(written, "predict_with_generate") || !(isOn(written, "do_train") || written.has("stage"));

/** What has to be written for a key to have an effect; keys that are not named always have one. */
const conditions: readonly (readonly [RegExp, (written: Written) => boolean])[] = [
  [/^vllm_/, (written) => written.get("infer_backend") === "vllm"],
  [/^export_/, (written) => written.has("export_dir")],
  [/^(image|video|freeze_multi_modal|freeze_vision|freeze_language)_/, isMultimodal],
  [/^quantization_method$/, (written) => written.has("quantization_bit")],
  [/^badam_/, (written) => isOn(written, "use_badam")],
  [/^galore_/, (written) => isOn(written, "use_galore")],
  [/^pissa_/, (written) => isOn(written, "pissa_init")],
  [/^(max_length|max_new_tokens)$/, generates],
  [/^pref_|^dpo_/, (written) => ["dpo", "kto", "orpo"].includes(String(written.get("stage")))],
];

/** Whether a default that nobody wrote can matter to this configuration. */
export function isRelevant(key: string, written: Written): boolean {
  if (key === "freeze_multi_modal_projector" && written.get("finetuning_type") !== "full") return false;
  return conditions.every(([keys, holds]) => !keys.test(key) || holds(written));
}
