import { describe, expect, it } from "vitest";
import { linearModules } from "@/lib/calculators/linear-modules";
import { findModel, MODELS } from "@/lib/calculators/models";
import { activeParameterCount, parameterCount } from "@/lib/calculators/parameter-count";
import reference from "../../fixtures/reference/models.json";

const byName = (name: string) => {
  const model = MODELS.find(({ id }) => id === name);
  if (!model) throw new Error(`no architecture for ${name}`);
  return model;
};

describe("architectures", () => {
  it.each(reference)("$name has the linear layers of its modelling code", ({ name, linear_modules }) => {
    const shapes: Record<string, number[][]> = {};
    for (const { name: module, inFeatures, outFeatures, count } of linearModules(byName(name))) {
      shapes[module] = [...(shapes[module] ?? []), [inFeatures, outFeatures, count]];
    }
    expect(shapes).toEqual(linear_modules);
  });

  it.each(
    reference.filter((row) => row.total_params_by_formula !== null && byName(row.name).visionTower === undefined),
  )("$name has as many parameters as its checkpoint", ({ name, total_params_by_formula }) => {
    expect(parameterCount(byName(name)).total).toBe(total_params_by_formula);
  });

  // Totals that training logs printed, minus the adapters (tests/fixtures/reference/lora-counts.json), or well known.
  it.each([
    ["facebook/opt-6.7b", 6_658_473_984],
    ["google/gemma-3-4b-it", 4_300_079_472],
    ["openai/gpt-oss-20b", 20_914_757_184],
    ["microsoft/phi-2", 2_779_683_840],
    ["bigscience/bloom-7b1", 7_069_016_064],
    ["EleutherAI/gpt-neox-20b", 20_554_567_680],
    ["tiiuae/falcon-7b", 6_921_720_704],
    ["THUDM/chatglm-6b", 6_173_286_400],
  ])("%s has %d parameters", (name, total) => {
    expect(parameterCount(byName(name)).total).toBe(total);
  });

  it("counts only the experts that a token passes as active", () => {
    const active = activeParameterCount(byName("Qwen/Qwen3-30B-A3B")) / 1e9;
    expect(active).toBeGreaterThan(3);
    expect(active).toBeLessThan(3.5);
  });

  it.each([
    ["Qwen2.5-7B-Instruct", "Qwen/Qwen2.5-7B"],
    ["qwen-1_8b-chat", "Qwen/Qwen-1_8B"],
    ["Qwen-72B", "Qwen/Qwen-72B"],
    ["llama3-8b-instruct", "meta-llama/Meta-Llama-3-8B"],
    ["Llama-3.3-70B", "meta-llama/Meta-Llama-3-70B"],
    ["Llama-2-7B", "meta-llama/Llama-2-7b-hf"],
    ["openbuddy-zephyr-7b-chat", "mistralai/Mistral-7B-v0.1"],
    ["baichuan2-13b-chat", "baichuan-inc/Baichuan2-13B-Chat"],
    ["Mistral-Nemo-12B", "mistralai/Mistral-Nemo-Base-2407"],
    ["gemma-3-27b", "google/gemma-3-27b-it"],
    ["codegemma-7b", "google/gemma-7b"],
    ["Phi-3-medium", "microsoft/Phi-3-medium-4k-instruct"],
    ["GLM-4-9B", "THUDM/glm-4-9b-chat"],
    ["yi-34b-chat", "01-ai/Yi-34B"],
    ["chatglm3-6b", "THUDM/chatglm3-6b"],
  ])("finds %s as %s", (name, id) => {
    expect(findModel(name)?.id).toBe(id);
  });

  it("finds nothing for a name that is not on the list", () => {
    expect(findModel("somebody/Unheard-of-7B")).toBeUndefined();
  });
});
