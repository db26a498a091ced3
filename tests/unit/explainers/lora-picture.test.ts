import { describe, expect, it } from "vitest";
import { loraPicture, loraPictureYaml, viewLoraPicture } from "@/lib/explainers/lora-picture";

const { defaults, parse, serialize } = loraPicture;

describe("the LoRA picture", () => {
  it("has shapes that multiply to the frozen matrix's", () => {
    const { matrices } = viewLoraPicture({ ...defaults, in_features: 1024, out_features: 3072, lora_rank: 8 });
    expect([matrices.B.rows, matrices.A.columns]).toEqual([matrices.W.rows, matrices.W.columns]);
    expect(matrices.B.columns).toBe(matrices.A.rows);
    expect(matrices.A.elements + matrices.B.elements).toBe(8 * (1024 + 3072));
  });

  it("doubles what is trained with the rank, and leaves the scaling alone while alpha is empty", () => {
    const [once, twice] = [16, 32].map((lora_rank) => viewLoraPicture({ ...defaults, lora_rank }));
    expect(twice?.added).toBe(2 * (once?.added ?? 0));
    expect(once?.scaling).toBe(2);
    expect(twice?.scaling).toBe(2);
  });

  it("divides by the root of the rank with rsLoRA", () => {
    expect(viewLoraPicture({ ...defaults, use_rslora: true, lora_alpha: 32 }).scaling).toBe(8);
  });

  it("says when the adapter outgrows the matrix, and caps the rank of the update", () => {
    const view = viewLoraPicture({ ...defaults, in_features: 64, out_features: 64, lora_rank: 128 });
    expect(view.largerThanMatrix).toBe(true);
    expect(view.updateRank).toBe(64);
  });

  it("survives the address, and clamps what anyone may write into it", () => {
    const state = { ...defaults, lora_rank: 64, use_rslora: true };
    expect(parse(serialize(state))).toEqual(state);
    expect(parse(new URLSearchParams("lora_rank=0&in_features=1e99&lora_alpha=x")).lora_rank).toBe(1);
    expect(serialize(defaults).size).toBe(0);
  });

  it("writes alpha only where it is set", () => {
    expect(loraPictureYaml(defaults)).toBe("finetuning_type: lora\nlora_rank: 16");
    expect(loraPictureYaml({ ...defaults, lora_alpha: 32, use_rslora: true })).toContain(
      "lora_alpha: 32\nuse_rslora: true",
    );
  });
});
