import baichuan2 from "@/content/models/baichuan-2.json";
import bloom from "@/content/models/bloom.json";
import chatglm from "@/content/models/chatglm.json";
import codeLlama from "@/content/models/code-llama.json";
import deepseek from "@/content/models/deepseek.json";
import deepseekMoe from "@/content/models/deepseek-moe.json";
import deepseekV2 from "@/content/models/deepseek-v2.json";
import deepseekV3 from "@/content/models/deepseek-v3.json";
import falcon from "@/content/models/falcon.json";
import gemma from "@/content/models/gemma.json";
import gemma2 from "@/content/models/gemma-2.json";
import gemma3 from "@/content/models/gemma-3.json";
import glm4 from "@/content/models/glm-4.json";
import glm47 from "@/content/models/glm-4-7.json";
import gptNeox from "@/content/models/gpt-neox.json";
import gptOss from "@/content/models/gpt-oss.json";
import internlm2 from "@/content/models/internlm-2.json";
import internlm3 from "@/content/models/internlm-3.json";
import llama from "@/content/models/llama.json";
import llama2 from "@/content/models/llama-2.json";
import llama3 from "@/content/models/llama-3.json";
import mistral from "@/content/models/mistral.json";
import mixtral from "@/content/models/mixtral.json";
import opt from "@/content/models/opt.json";
import phi from "@/content/models/phi.json";
import phi3 from "@/content/models/phi-3.json";
import phi4 from "@/content/models/phi-4.json";
import qwen from "@/content/models/qwen.json";
import qwenMoe from "@/content/models/qwen-moe.json";
import qwen15 from "@/content/models/qwen1-5.json";
import qwen2 from "@/content/models/qwen2.json";
import qwen25 from "@/content/models/qwen2-5.json";
import qwen3 from "@/content/models/qwen3.json";
import qwen3Moe from "@/content/models/qwen3-moe.json";
import smollm2 from "@/content/models/smollm2.json";
import tinyllama from "@/content/models/tinyllama.json";
import yi from "@/content/models/yi.json";
import type { Architecture } from "@/lib/calculators/architecture";

/** An architecture with its name, where it was read, and what is doubtful about it. Facts: see content/models. */
export interface ModelArchitecture extends Architecture {
  /** The upstream name, such as `Qwen/Qwen2.5-7B`. */
  readonly id: string;
  readonly family: string;
  /** Other checkpoints with the same sizes. */
  readonly aliases?: readonly string[];
  readonly note?: string;
  readonly doubt?: string;
  readonly sources: readonly string[];
}

/** Every architecture in content/models, by family. The shape of the files is checked by tests, not again in the browser. */
export const MODELS: readonly ModelArchitecture[] = [
  ...bloom,
  ...baichuan2,
  ...chatglm,
  ...codeLlama,
  ...deepseek,
  ...deepseekMoe,
  ...deepseekV2,
  ...deepseekV3,
  ...falcon,
  ...glm4,
  ...glm47,
  ...gptNeox,
  ...gemma,
  ...gemma2,
  ...gemma3,
  ...internlm2,
  ...internlm3,
  ...llama,
  ...llama2,
  ...llama3,
  ...mistral,
  ...mixtral,
  ...opt,
  ...phi,
  ...phi3,
  ...phi4,
  ...qwen,
  ...qwenMoe,
  ...qwen15,
  ...qwen2,
  ...qwen25,
  ...qwen3,
  ...qwen3Moe,
  ...smollm2,
  ...tinyllama,
  ...yi,
  ...gptOss,
] as readonly ModelArchitecture[];

// Words that name a fine-tune or a packaging of a checkpoint, and change none of its sizes.
const VARIANT_WORDS = new Set(
  (
    "instruct chat base it pt hf meta bnb 4bit 8bit int4 int8 gptq awq dpo " +
    "4k 8k 32k 128k 1m 2407 2501 2507 2509 openbuddy beta unsloth"
  ).split(" "),
);

function normalize(name: string): string {
  const last = name.split("/").at(-1) ?? name;
  return last
    .toLowerCase()
    .replace(/(\d)_(\d)/g, "$1.$2")
    .split(/[-_\s]+/)
    .filter((word) => word !== "" && !VARIANT_WORDS.has(word) && !/^v0\.\d$/.test(word))
    .join("-")
    .replace(/^(qwen|llama|gemma|phi)-(?=[\d.]+-?)/, "$1");
}

function* namesOf(model: ModelArchitecture): Generator<string> {
  yield model.id;
  yield* model.aliases ?? [];
}

/**
 * The architecture that a checkpoint's name stands for.
 *
 * An exact name wins; else names are compared without the organisation and without words such as `-Instruct` that say
 * nothing about sizes.
 *
 * @returns `undefined` for a name that is not on the list
 */
export function findModel(name: string): ModelArchitecture | undefined {
  const exact = MODELS.find((model) => model.id === name || model.aliases?.includes(name));
  if (exact) return exact;
  const wanted = normalize(name);
  return MODELS.find((model) => [...namesOf(model)].some((candidate) => normalize(candidate) === wanted));
}
