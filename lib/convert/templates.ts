/** Names of chat templates in LLaMA-Factory. */

const byModel: readonly (readonly [RegExp, string])[] = [
  [/qwen-?3.*(instruct-2507|nothink)/i, "qwen3_nothink"],
  [/qwen-?3(?![.\d])/i, "qwen3"],
  [/qwen-?2(\.5)?-?vl/i, "qwen2_vl"],
  [/qwen/i, "qwen"],
  [/llama-?4/i, "llama4"],
  [/llama-?3.*vision/i, "mllama"],
  [/llama-?3/i, "llama3"],
  [/llama-?2/i, "llama2"],
  [/gemma-?3n/i, "gemma3n"],
  [/gemma-?3/i, "gemma3"],
  [/gemma-?2/i, "gemma2"],
  [/gemma/i, "gemma"],
  [/pixtral/i, "pixtral"],
  [/mistral-small/i, "mistral_small"],
  [/mi(s|x)tral/i, "mistral"],
  [/phi-?4-mini/i, "phi4_mini"],
  [/phi-?4/i, "phi4"],
  [/phi-?3/i, "phi"],
  [/deepseek.*r1/i, "deepseekr1"],
  [/deepseek.*v3/i, "deepseek3"],
  [/glm-?4/i, "glm4"],
  [/gpt-?oss/i, "gpt_oss"],
  [/internlm-?(2|3)/i, "intern2"],
];

/** Null where the name tells nothing. */
export function templateOfModel(model: unknown): string | null {
  if (typeof model !== "string") return null;
  const name = model.split("/").at(-1) ?? model;
  return byModel.find(([pattern]) => pattern.test(name))?.[1] ?? null;
}

/** The other frameworks' names for what LLaMA-Factory has; a name that is missing here has no sure counterpart. */
export const axolotlTemplates: Readonly<Record<string, string>> = {
  alpaca: "alpaca",
  chatml: "chatml",
  mistral_v1: "mistral",
  mistral_v2v3: "mistral",
  gemma: "gemma",
  gemma3: "gemma3",
  gemma3n: "gemma3n",
  cohere: "cohere",
  llama3: "llama3",
  llama3_2_vision: "mllama",
  llama4: "llama4",
  phi_3: "phi",
  deepseek_v3: "deepseek3",
  qwen_25: "qwen",
  qwen3: "qwen3",
  qwen2_vl: "qwen2_vl",
  exaone: "exaone",
  falcon_h1: "falcon_h1",
  pixtral: "pixtral",
  llava: "llava",
};

export const swiftTemplates: Readonly<Record<string, string>> = {
  chatml: "chatml",
  qwen: "qwen",
  qwen2_5: "qwen",
  qwen3: "qwen3",
  qwen3_nothinking: "qwen3_nothink",
  qwen2_vl: "qwen2_vl",
  qwen2_5_vl: "qwen2_vl",
  qwen3_vl: "qwen3_vl",
  llama: "llama2",
  llama3: "llama3",
  llama3_2: "llama3",
  gemma: "gemma",
  gemma3_text: "gemma3",
  glm4: "glm4",
  internlm2: "intern2",
  deepseek_r1: "deepseekr1",
  gpt_oss: "gpt_oss",
  phi3: "phi",
  phi4: "phi4",
  zephyr: "zephyr",
};
