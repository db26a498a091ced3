import { describe, expect, it } from "vitest";
import { lora, loraYaml, viewLora, withTarget } from "@/lib/explainers/lora";
import { modelChoices } from "@/lib/explainers/models";

const parse = (query: string) => lora.parse(new URLSearchParams(query));
const view = (query: string) => viewLora(parse(query), modelChoices());

describe("LoRA explainer", () => {
  it("counts what training logs of Qwen2.5-7B printed", () => {
    const { result } = view("model=Qwen/Qwen2.5-7B");
    expect(result?.count.trainable).toBe(20_185_088);
    expect(result?.count.all).toBe(7_635_801_600);
    expect(result?.bytes).toBe(20_185_088 * 4);
  });

  it("has the sum of its rows", () => {
    const { result } = view("use_dora=1&additional_target=lm_head");
    const sum = (result?.rows ?? []).reduce((total, { parameters }) => total + parameters, 0);
    expect(sum + (result?.count.additional ?? 0)).toBe(result?.count.trainable);
  });

  it("takes twice the rank for an empty alpha", () => {
    expect(view("lora_rank=16")).toMatchObject({ alpha: 32, scaling: 2 });
    expect(view("lora_rank=16&use_rslora=1&lora_alpha=16").scaling).toBe(4);
  });

  it("falls back on a known model, and clamps own dimensions", () => {
    expect(view("model=<b>nobody/none</b>").model.id).toBe("Qwen/Qwen2.5-7B");
    expect(view("model=own&own=1e9,x,-4,28,4,128,100").model).toMatchObject({
      hiddenSize: 65_536,
      intermediateSize: 18_944,
      layers: 1,
      tiedEmbeddings: false,
    });
  });

  it("says when no module is met, and names those that can be", () => {
    const nothing = view("lora_target=c_attn");
    expect(nothing.result).toBeNull();
    expect(nothing.targetNames).toContain("q_proj");
  });

  it("adds and removes targets in the order of the model", () => {
    const few = view("lora_target=v_proj,q_proj");
    expect(withTarget(few, "k_proj", true)).toBe("q_proj,k_proj,v_proj");
    expect(withTarget(few, "q_proj", false)).toBe("v_proj");
  });

  it("survives every model of the list", () => {
    for (const { id } of modelChoices()) expect(view(`model=${id}`).result?.count.trainable, id).toBeGreaterThan(0);
  });

  it("writes the YAML", () => {
    const query = "lora_rank=16&lora_target=q_proj,v_proj&use_dora=1";
    expect(loraYaml(parse(query), view(query))).toBe(
      "model_name_or_path: Qwen/Qwen2.5-7B\nfinetuning_type: lora\nlora_rank: 16\nlora_target: q_proj,v_proj\nuse_dora: true\nbf16: true",
    );
  });
});
