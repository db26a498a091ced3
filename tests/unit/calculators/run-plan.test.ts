import { describe, expect, it } from "vitest";
import { countSteps, rhythmSteps, warmupSteps } from "@/lib/calculators/run-plan";
import { type PlanSettings, planRun } from "@/lib/calculators/run-planner";
import reference from "../../fixtures/reference/steps.json";

describe("optimizer steps", () => {
  it.each(reference.executed)("$num_examples samples, batch $per_device_train_batch_size × $world_size", (row) => {
    const steps = countSteps({
      examples: row.num_examples,
      perDeviceBatch: row.per_device_train_batch_size,
      accumulation: row.gradient_accumulation_steps,
      worldSize: row.world_size,
      epochs: row.num_train_epochs,
      maxSteps: row.max_steps,
      dropLast: row.dataloader_drop_last,
    });
    if (row.error) {
      expect(steps).toMatchObject({ kind: "refused", error: row.error });
      return;
    }
    expect(steps).toEqual({
      kind: "counted",
      effectiveBatch: row.effective_batch_size,
      batchesPerProcess: row.batches_per_process,
      updatesPerEpoch: row.update_steps_per_epoch,
      totalSteps: row.total_steps,
      epochsRun: row.epochs_run,
    });
    expect(warmupSteps(Number(row.total_steps), { ratio: 0.1 })).toBe(row.warmup_steps_at_ratio_0_1);
  });

  // The other logs are older than transformers 4.52, which rounded a short last accumulation away.
  it.each(reference.real_runs.filter(({ fits }) => !fits.startsWith("floor")))("log of $source", (row) => {
    const steps = countSteps({
      examples: row.num_examples,
      perDeviceBatch: row.per_device_batch,
      accumulation: row.grad_accum,
      worldSize: row.world_size,
      epochs: row.epochs,
    });
    expect(steps).toMatchObject({ totalSteps: row.total_steps, effectiveBatch: row.total_batch });
  });

  it.each(reference.warmup_from_ratio)("warms up $warmup_steps of $total_steps at $warmup_ratio", (row) => {
    expect(warmupSteps(row.total_steps, { ratio: row.warmup_ratio })).toBe(row.warmup_steps);
  });

  it("lets warmup_steps win over warmup_ratio", () => {
    expect(warmupSteps(100, { steps: 7, ratio: 0.5 })).toBe(7);
  });

  it("refuses what transformers refuses", () => {
    expect(() => warmupSteps(100, { steps: 1.5 })).toThrow(RangeError);
    expect(() => warmupSteps(100, { ratio: 1.1 })).toThrow(RangeError);
  });
});

describe("saves and evaluations", () => {
  const run = { totalSteps: 1050, updatesPerEpoch: 350 };

  it("saves at the last step too, and does not evaluate there", () => {
    expect(rhythmSteps({ strategy: "steps", every: 500 }, run, "save")).toEqual([500, 1000, 1050]);
    expect(rhythmSteps({ strategy: "steps", every: 500 }, run, "evaluate")).toEqual([500, 1000]);
  });

  it("takes steps below 1 as a share of the run, rounded up", () => {
    expect(rhythmSteps({ strategy: "steps", every: 0.33 }, run, "evaluate")).toEqual([347, 694, 1041]);
  });

  it("counts a broken-off epoch as one", () => {
    const cut = { totalSteps: 800, updatesPerEpoch: 350 };
    expect(rhythmSteps({ strategy: "epoch" }, cut, "evaluate")).toEqual([350, 700, 800]);
  });

  it("does nothing with strategy no", () => {
    expect(rhythmSteps({ strategy: "no" }, run, "save")).toEqual([]);
  });
});

describe("the plan of a run", () => {
  const settings: PlanSettings = {
    samples: 1000,
    averageTokens: 300,
    cutoffLen: 2048,
    perDeviceBatch: 1,
    accumulation: 8,
    worldSize: 1,
    epochs: 3,
  };
  const plan = (change: Partial<PlanSettings> = {}) => {
    const result = planRun({ ...settings, ...change });
    if (result.kind === "refused") throw new Error(result.reason);
    return result;
  };

  it("takes the validation share off first, rounded up", () => {
    expect(plan({ validation: 0.0101 })).toMatchObject({ trainingSamples: 989, validationSamples: 11 });
    expect(plan({ validation: 100 })).toMatchObject({ trainingSamples: 900, validationSamples: 100 });
  });

  it("keeps the real tokens the same with packing, in fewer updates", () => {
    const loose = plan();
    const packed = plan({ packing: true });
    expect(packed.totalTokens).toBe(loose.totalTokens);
    expect(packed.steps.totalSteps).toBeLessThan(loose.steps.totalSteps / 6);
    expect(packed.warnings).toContain("packs-estimated");
  });

  it.each([
    ["warmup-longer-than-run", { warmupSteps: 9999 }],
    ["warmup-fills-run", { warmupRatio: 1 }],
    ["warmup-ratio-ignored", { warmupSteps: 10, warmupRatio: 0.1 }],
    ["epochs-ignored", { maxSteps: 100 }],
    ["one-update-per-epoch", { samples: 5 }],
    ["very-few-updates", { samples: 5 }],
    ["last-batch-filled-up", { perDeviceBatch: 3 }],
    ["samples-dropped", { perDeviceBatch: 3, dropLast: true }],
    ["no-training-samples", { samples: 10, validation: 10 }],
    ["only-last-checkpoint", { save: { strategy: "steps", every: 5000 } }],
    ["many-checkpoints", { save: { strategy: "steps", every: 1 } }],
    ["never-evaluates", { validation: 0.1, evaluate: { strategy: "steps", every: 5000 } }],
    ["evaluates-without-validation", { evaluate: { strategy: "epoch" } }],
    ["samples-cut", { averageTokens: 4000 }],
  ] as const)("warns of %s", (warning, change) => {
    expect(plan(change).warnings).toContain(warning);
  });

  it("has nothing to say about an ordinary run", () => {
    expect(plan({ warmupRatio: 0.1, save: { strategy: "steps", every: 100 } }).warnings).toEqual([]);
  });

  it("is refused for streaming data without max_steps", () => {
    expect(planRun({ ...settings, samples: null })).toMatchObject({ kind: "refused", error: "ValueError" });
  });
});
