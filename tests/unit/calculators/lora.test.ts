import { describe, expect, it } from "vitest";
import type { Layout } from "@/lib/calculators/architecture";
import { adapterBytes, countLora, loraParameterCount, loraScaling } from "@/lib/calculators/lora";
import { findModel } from "@/lib/calculators/models";
import { parameterCount } from "@/lib/calculators/parameter-count";
import reference from "../../fixtures/reference/lora-counts.json";

const model = (name: string) => {
  const found = findModel(name);
  if (!found) throw new Error(`no architecture for ${name}`);
  return found;
};
const llama3 = model("meta-llama/Meta-Llama-3-8B");
const layer = { name: "q_proj", inFeatures: 4096, outFeatures: 1024, count: 32 };

describe("LoRA on one shape", () => {
  it("adds rank × (in + out) to each layer", () => {
    expect(loraParameterCount([layer], 8)).toBe(32 * 8 * (4096 + 1024));
  });

  it("doubles with the rank", () => {
    expect(loraParameterCount([layer], 16)).toBe(2 * loraParameterCount([layer], 8));
  });

  it("gains one number per output row with DoRA", () => {
    expect(loraParameterCount([layer], 8, { dora: true }) - loraParameterCount([layer], 8)).toBe(32 * 1024);
  });

  it("is scaled by alpha / rank, by alpha / √rank with rsLoRA, and by 2 where alpha is empty", () => {
    expect(loraScaling(16, 32)).toBe(2);
    expect(loraScaling(16, 32, { rsLora: true })).toBe(8);
    expect(loraScaling(64)).toBe(2);
  });
});

describe("LoRA on a model", () => {
  it("takes all linear layers but the output layer as «all»", () => {
    const names = countLora(llama3, { rank: 8, targets: "all" }).modules.map(({ name }) => name);
    expect(names).toEqual(["q_proj", "k_proj", "v_proj", "o_proj", "gate_proj", "up_proj", "down_proj"]);
  });

  it("passes over targets that do not exist, and says which", () => {
    const count = countLora(model("microsoft/Phi-3-mini-4k-instruct"), { rank: 8, targets: ["q_proj", "o_proj"] });
    expect(count.missing).toEqual(["q_proj"]);
  });

  it("refuses targets none of which exists, and a rank below 1", () => {
    expect(() => countLora(llama3, { rank: 8, targets: ["c_attn"] })).toThrow(RangeError);
    expect(() => countLora(llama3, { rank: 0, targets: "all" })).toThrow(RangeError);
  });

  it("trains additional targets whole", () => {
    const settings = { rank: 8, targets: "all" } as const;
    const more = countLora(llama3, { ...settings, additionalTargets: ["embed_tokens", "lm_head"] });
    expect(more.trainable - countLora(llama3, settings).trainable).toBe(2 * 128256 * 4096);
  });

  it("adds up: modules and additional targets are what is trained, the base is the rest", () => {
    const count = countLora(llama3, { rank: 16, targets: "all", dora: true });
    const sum = count.modules.reduce((total, { parameters }) => total + parameters, count.additional);
    expect(count.trainable).toBe(sum);
    expect(count.all - count.trainable).toBe(parameterCount(llama3).total);
  });

  it("is saved in four bytes per parameter, or two", () => {
    expect(adapterBytes(1000)).toBe(4000);
    expect(adapterBytes(1000, 2)).toBe(2000);
  });
});

describe("logs of real runs", () => {
  // What the row itself does not say; see tests/fixtures/reference/README.md.
  const unsaid: Record<string, object> = { S12: { addedTokens: 27 }, S17: { visionTower: true } };
  // Checkpoints whose matrices are cut otherwise: the remote code's fused Wqkv, and Unsloth's split q/k/v.
  const layouts: Record<string, Layout> = { S14: "phi-msft", S34: "llama" };

  it.each(reference.filter(({ usable }) => usable))("$id $model, rank $rank on $targets", (row) => {
    const targets = row.targets === "all" ? "all" : (row.targets as string[]);
    const base = model(row.base_model);
    const { trainable } = countLora(
      { ...base, layout: layouts[row.id] ?? base.layout },
      { rank: row.rank, targets, ...unsaid[row.id] },
    );
    if (row.trainable_params !== undefined) expect(trainable).toBe(row.trainable_params);
    else expect(trainable / 1e6).toBeCloseTo(Number(row.trainable_params_millions), 2);
  });

  it.each(reference.filter(({ check }) => check.total_match === true))("$id prints the same total", (row) => {
    const targets = row.targets === "all" ? "all" : (row.targets as string[]);
    expect(countLora(model(row.base_model), { rank: row.rank, targets }).all).toBe(row.all_params);
  });
});
