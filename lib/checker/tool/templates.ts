/**
 * The chat template that belongs to a model, by its name. Read from `extras/constants.py` at v0.9.5; the first that fits
 * counts. Instruct models of Qwen3's 2507 edition do not think, and their template says so.
 */
const BY_NAME: readonly (readonly [name: RegExp, template: string])[] = [
  [/qwen3\.6/, "qwen3_6"],
  [/qwen3\.5/, "qwen3_5"],
  [/qwen3-?vl.*thinking/, "qwen3_vl"],
  [/qwen3-?vl/, "qwen3_vl_nothink"],
  [/qwen3-?omni.*thinking/, "qwen3_omni"],
  [/qwen3-?omni/, "qwen3_omni_nothink"],
  [/qwen3.*instruct/, "qwen3_nothink"],
  [/qwen3/, "qwen3"],
  [/qwen2\.5-?omni/, "qwen2_omni"],
  [/qwen2-?audio/, "qwen2_audio"],
  [/qwen2(?:\.5)?-?vl/, "qwen2_vl"],
  [/deepseek-r1-distill/, "deepseekr1"],
  [/qwen|qwq/, "qwen"],
  [/llama-?4/, "llama4"],
  [/llama-?3\.2.*vision/, "mllama"],
  [/llama-?3/, "llama3"],
  [/llama-?2/, "llama2"],
  [/ministral-?3/, "ministral3"],
  [/ministral/, "ministral"],
  [/mistral-small/, "mistral_small"],
  [/mistral|mixtral/, "mistral"],
  [/gemma-?3n/, "gemma3n"],
  [/gemma-?3-1b/, "gemma3"],
  [/gemma-?3/, "gemma3"],
  [/gemma-?2/, "gemma2"],
  [/gemma/, "gemma"],
  [/gpt-oss/, "gpt_oss"],
  [/glm-?4\.7/, "glm4_7"],
  [/glm-?4\.[56]/, "glm4_moe"],
  [/glm-?z1/, "glmz1"],
  [/glm-?4/, "glm4"],
  [/chatglm3/, "chatglm3"],
  [/deepseek.*(?:v3|r1)/, "deepseek3"],
  [/deepseek-?coder/, "deepseekcoder"],
  [/deepseek/, "deepseek"],
  [/phi-?4-mini/, "phi4_mini"],
  [/phi-?4/, "phi4"],
  [/phi-?3-small/, "phi_small"],
  [/phi-?3/, "phi"],
  [/internlm[23]/, "intern2"],
  [/internvl/, "intern_vl"],
  [/smollm2/, "smollm2"],
  [/smollm/, "smollm"],
  [/yi-/, "yi"],
];

/** Null for a name that says nothing: the reader has to choose. */
export function templateOf(model: string): string | null {
  const name = (model.split("/").at(-1) ?? model)
    .toLowerCase()
    .replace(/(\d)_(\d)/g, "$1.$2")
    .replaceAll("_", "-");
  return BY_NAME.find(([pattern]) => pattern.test(name))?.[1] ?? null;
}
