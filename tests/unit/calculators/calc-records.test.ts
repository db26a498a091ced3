import { describe, expect, it } from "vitest";
import published from "@/content/measured-memory.json";
import { memoryResiduals, quantile } from "@/lib/calculators/memory-residuals";
import { computeRecord } from "@/scripts/calc/compute";
import counts from "../../fixtures/reference/lora-counts.json";
import schedules from "../../fixtures/reference/lr-schedules.json";
import formats from "../../fixtures/reference/number-formats.json";
import steps from "../../fixtures/reference/steps.json";
import vram from "../../fixtures/reference/vram.json";

const without = (record: object, ...fields: string[]) =>
  Object.fromEntries(Object.entries(record).filter(([field]) => !fields.includes(field)));

describe("records of the command line", () => {
  it("never depend on their result fields", () => {
    for (const record of counts) {
      const bare = without(record, "trainable_params", "trainable_params_millions", "all_params", "check", "usable");
      expect(computeRecord("lora", bare)).toEqual(computeRecord("lora", record));
    }
    for (const record of steps.executed) {
      const inputs = ["num_examples", "per_device_train_batch_size", "world_size", "gradient_accumulation_steps"];
      inputs.push("dataloader_drop_last", "num_train_epochs", "max_steps");
      const bare = Object.fromEntries(Object.entries(record).filter(([field]) => inputs.includes(field)));
      expect(computeRecord("steps", bare)).toEqual(computeRecord("steps", record));
    }
    for (const record of formats.conversions) {
      expect(computeRecord("number-format", { input: record.input })).toEqual(computeRecord("number-format", record));
    }
    for (const record of vram.measured) {
      const printed = ["peak", "per_gpu", "parts", "trust", "reserved_before_training"];
      const bare = without(record, ...printed, "trainable_params", "trainable_millions");
      expect(computeRecord("memory", bare)).toEqual(computeRecord("memory", record));
    }
  });

  it("read of a schedule's samples only the steps", () => {
    for (const record of schedules as { samples?: number[][] }[]) {
      const bare = without(record, "warmup_steps", "resolved_kwargs", "error", "fails_at");
      const asked = record.samples ? { ...bare, samples: record.samples.map(([step]) => [step, 0]) } : bare;
      expect(computeRecord("lr-schedule", asked)).toEqual(computeRecord("lr-schedule", record));
    }
  });

  it("get null and a reason where nothing can be computed", () => {
    const refused = [
      computeRecord("lora", { base_model: "somebody/unknown", rank: 8, targets: "all" }),
      computeRecord("lora", { base_model: "Qwen/Qwen2.5-7B", targets: "all" }),
      computeRecord("steps", { num_examples: "many" }),
      computeRecord("steps", { num_examples: 10, per_device_train_batch_size: 0 }),
      computeRecord("lr-schedule", { scheduler: "greedy", base_lr: 1, total_steps: 1, params: {} }),
      computeRecord("lr-schedule", { scheduler: "reduce_lr_on_plateau", base_lr: 1, total_steps: 1 }),
      computeRecord("memory", { model: "something without a size", method: "lora" }),
      computeRecord("memory", { model: "Qwen2.5-7B", method: "telepathy" }),
      computeRecord("number-format", {}),
      computeRecord("number-format", "5"),
    ];
    for (const { computed, reason } of refused) {
      expect(computed).toBeNull();
      expect(reason).toBeTruthy();
    }
  });

  it("say so when an architecture is only guessed", () => {
    expect(computeRecord("memory", { model: "Brand-New-9B", method: "lora" }).computed?.notes).toContain(
      "architecture-guessed-from-size",
    );
  });
});

describe("measured memory", () => {
  it("is published as the reference has it", () => {
    expect(published).toEqual(vram.measured.filter(({ trust }) => trust !== "low"));
  });

  const trusted = memoryResiduals(vram.measured).filter(({ trust }) => trust !== "low");
  const errors = trusted.map(({ error }) => Math.abs(error));

  it("is met within 15 % in the median, and 30 % in nine of ten runs", () => {
    expect(quantile(errors, 0.5)).toBeLessThanOrEqual(0.15);
    expect(quantile(errors, 0.9)).toBeLessThanOrEqual(0.3);
  });

  it("is never missed by more than 20 % from below without a word", () => {
    for (const row of trusted.filter(({ error }) => error < -0.2)) {
      expect(row.insideBand || row.notes.length > 0, row.label).toBe(true);
    }
  });

  it("lies in the band in nine of ten runs", () => {
    expect(trusted.filter(({ insideBand }) => insideBand).length / trusted.length).toBeGreaterThan(0.9);
  });
});
