import { describe, expect, it } from "vitest";
import { findModel } from "@/lib/calculators/models";
import { estimateMemory } from "@/lib/calculators/vram";
import { GIB, type MemorySettings } from "@/lib/calculators/vram-settings";
import { stateBytes } from "@/lib/calculators/vram-states";
import { fitSuggestions } from "@/lib/calculators/vram-suggestions";

const model = (name: string) => {
  const found = findModel(name);
  if (!found) throw new Error(`no architecture for ${name}`);
  return found;
};

const lora: MemorySettings = {
  model: model("Qwen/Qwen2.5-7B"),
  method: { kind: "lora", lora: { rank: 8, targets: "all" } },
  precision: "bf16",
  quantization: "none",
  optimizer: "adamw_torch",
  batch: 1,
  accumulation: 8,
  cutoffLen: 2048,
  lengths: "varied",
  checkpointing: "on",
  attention: "fused",
  liger: false,
  gpus: 1,
  sharding: "none",
};
const full: MemorySettings = { ...lora, method: { kind: "full" } };
const peak = (settings: MemorySettings) => estimateMemory(settings).peakGiB;
const parameters = 7_615_616_512;

describe("what stays from step to step", () => {
  it("is 16 bytes a parameter for full tuning, 8 with pure_bf16", () => {
    const sum = (settings: MemorySettings) => {
      const { weights, gradients, optimizer } = stateBytes(settings);
      return (weights + gradients + optimizer) / parameters;
    };
    expect(sum(full)).toBeCloseTo(16, 9);
    expect(sum({ ...full, precision: "pure_bf16" })).toBeCloseTo(8, 9);
    expect(sum({ ...full, sharding: "zero1" })).toBeCloseTo(16, 9);
  });

  // ZeRO, arXiv 1910.02054, figure 1: 7.5 B parameters on 64 GPUs take 120, 31.4, 16.6 and 1.9 GB.
  it("is shared out by ZeRO as its paper has it", () => {
    const perGpu = (sharding: MemorySettings["sharding"]) => {
      const { weights, gradients, optimizer } = stateBytes({ ...full, gpus: 64, sharding });
      return ((weights + gradients + optimizer) / parameters) * 7.5;
    };
    expect(perGpu("zero1")).toBeCloseTo(31.4, 1);
    expect(perGpu("zero2")).toBeCloseTo(16.6, 1);
    expect(perGpu("zero3")).toBeCloseTo(1.9, 1);
  });

  it("is a quarter of the linear weights with 4 bits, and the embedding stays as it is", () => {
    const { weights } = stateBytes({ ...lora, quantization: "4bit" });
    expect(weights / GIB).toBeGreaterThan(5);
    expect(weights / GIB).toBeLessThan(5.6);
  });

  it("shrinks with an 8-bit optimizer", () => {
    expect(stateBytes({ ...full, optimizer: "adamw_8bit" }).optimizer).toBe(2 * parameters);
  });
});

describe("the peak", () => {
  it("is the sum of its parts, at both moments", () => {
    for (const settings of [lora, full, { ...full, accumulation: 1 }, { ...lora, quantization: "4bit" as const }]) {
      const estimate = estimateMemory(settings);
      const sum = (parts: object) => Object.values(parts).reduce((total, part) => total + part, 0) / GIB;
      expect(sum(estimate.parts)).toBeCloseTo(estimate.peakGiB, 9);
      for (const { parts, totalGiB } of Object.values(estimate.moments)) {
        expect(sum(parts)).toBeCloseTo(totalGiB, 9);
        for (const part of Object.values(parts)) expect(part).toBeGreaterThanOrEqual(0);
      }
    }
  });

  it("lies inside its band", () => {
    for (const settings of [lora, full, { ...lora, cutoffLen: 16384 }, { ...full, cardGiB: 24 }]) {
      const { peakGiB, band } = estimateMemory(settings);
      expect(band.lowGiB).toBeLessThanOrEqual(peakGiB);
      expect(band.highGiB).toBeGreaterThanOrEqual(peakGiB);
    }
  });

  it.each<[string, MemorySettings, MemorySettings]>([
    ["longer samples", lora, { ...lora, cutoffLen: 4096 }],
    ["a larger batch", lora, { ...lora, batch: 2 }],
    ["no checkpointing", lora, { ...lora, checkpointing: "off" }],
    ["eager attention", lora, { ...lora, attention: "eager" }],
    ["a larger rank", lora, { ...lora, method: { kind: "lora", lora: { rank: 64, targets: "all" } } }],
    ["full tuning", lora, full],
    ["pairs", lora, { ...lora, stage: "dpo" }],
  ])("grows with %s", (_, less, more) => {
    expect(peak(more)).toBeGreaterThan(peak(less));
  });

  it.each<[string, MemorySettings]>([
    ["4 bits", { ...lora, quantization: "4bit" }],
    ["Liger", { ...lora, liger: true }],
    ["offloaded checkpoints", { ...lora, checkpointing: "offloaded" }],
    ["batches of one length", { ...lora, lengths: "constant" }],
    ["expandable segments", { ...lora, expandableSegments: true }],
  ])("shrinks with %s", (_, settings) => {
    expect(peak(settings)).toBeLessThan(peak(lora));
  });

  it("does not grow with the batch's length where the optimizer step decides", () => {
    const short = estimateMemory({ ...full, cutoffLen: 128 });
    expect(short.notes).toContain("optimizer-step-decides");
    expect(short.peakGiB).toBe(peak({ ...full, cutoffLen: 64 }));
  });

  it("says so when the card is too small", () => {
    expect(estimateMemory({ ...full, cardGiB: 24 }).notes).toContain("does-not-fit-card");
  });
});

describe("suggestions to fit", () => {
  it("has none where it fits already", () => {
    expect(fitSuggestions(lora, 80)).toEqual({ fits: true, peakGiB: peak(lora), suggestions: [] });
  });

  it("gets QLoRA-sized hardware to run a 7B model, and starts with what is free", () => {
    const plan = fitSuggestions({ ...full, batch: 4 }, 24);
    expect(plan.fits).toBe(true);
    expect(plan.suggestions[0]?.cost).toBe("nothing");
    expect(plan.suggestions.map(({ id }) => id)).toContain("lora");
  });

  it("keeps the effective batch when it makes the batch smaller", () => {
    const { suggestions } = fitSuggestions({ ...lora, batch: 8 }, 20);
    const smaller = suggestions.find(({ id }) => id === "smaller-batch");
    expect(smaller?.yaml).toEqual({ per_device_train_batch_size: 2, gradient_accumulation_steps: 32 });
  });

  it("takes something off with every step, and ends at the last peak", () => {
    const { suggestions, peakGiB } = fitSuggestions({ ...full, gpus: 4, batch: 8, checkpointing: "off" }, 10);
    for (const { savedGiB } of suggestions) expect(savedGiB).toBeGreaterThan(0);
    expect(suggestions.at(-1)?.peakGiB).toBe(peakGiB);
  });

  it("never asks for pure_bf16 under ZeRO-3, which LLaMA-Factory refuses", () => {
    const { suggestions } = fitSuggestions({ ...full, gpus: 8 }, 1);
    for (const { settings } of suggestions) {
      expect([settings.precision, settings.sharding]).not.toEqual(["pure_bf16", "zero3"]);
    }
  });

  it("admits that nothing helps", () => {
    expect(fitSuggestions(full, 1).fits).toBe(false);
  });
});
