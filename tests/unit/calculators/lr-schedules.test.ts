import { describe, expect, it } from "vitest";
import { STEP_SCHEDULERS, type StepScheduler } from "@/lib/calculators/lr-keyword-arguments";
import { plateauRates } from "@/lib/calculators/lr-plateau";
import { createSchedule, learningRateAt, type ScheduleSettings, sampleSchedule } from "@/lib/calculators/lr-schedules";
import { warmupSteps } from "@/lib/calculators/run-plan";
import reference from "../../fixtures/reference/lr-schedules.json";

interface Row {
  scheduler: string;
  params: { warmup_steps?: number; warmup_ratio?: number; lr_scheduler_kwargs: Record<string, unknown> };
  base_lr: number;
  total_steps: number;
  warmup_steps: number;
  through: string;
  samples?: [number, number][];
  error?: string;
  fails_at?: [number, string][];
}

const rows = (reference as unknown as Row[]).map((row, index) => ({ ...row, index }));

function scheduleOf({ scheduler, params, base_lr, total_steps, through }: Row) {
  const { warmup_steps: steps = 0, warmup_ratio: ratio = 0, lr_scheduler_kwargs: kwargs } = params;
  return createSchedule({
    scheduler: scheduler as StepScheduler,
    baseRate: base_lr,
    totalSteps: total_steps,
    warmupSteps: warmupSteps(total_steps, { steps, ratio }),
    kwargs,
    through: through as "llamafactory" | "transformers",
  });
}

function accepted(settings: ScheduleSettings) {
  const schedule = createSchedule(settings);
  if (schedule.kind === "refused") throw new Error(schedule.reason);
  return schedule;
}

const plain = { baseRate: 1e-4, totalSteps: 1000, warmupSteps: 100 };
const minimum = (scheduler: StepScheduler) => (scheduler.includes("min_lr") ? { min_lr_rate: 0.1 } : {});

describe("learning-rate schedules", () => {
  it.each(rows.filter((row) => row.error === undefined))(
    "$index $scheduler $params gives upstream's rate at every sampled step",
    (row) => {
      const schedule = scheduleOf(row);
      if (schedule.kind === "refused") throw new Error(schedule.reason);
      expect(schedule.warmupSteps).toBe(row.warmup_steps);
      for (const [step, rate] of row.samples ?? []) {
        expect(Math.abs(learningRateAt(schedule, step) - rate), `step ${step}`).toBeLessThanOrEqual(
          1e-12 * rate + 1e-18,
        );
      }
      for (const [step] of row.fails_at ?? []) expect(learningRateAt(schedule, step)).toBeNaN();
    },
  );

  it.each(rows.filter((row) => row.error !== undefined))("$index $scheduler $params is refused", (row) => {
    expect(scheduleOf(row)).toMatchObject({ kind: "refused", error: row.error });
  });

  it.each(STEP_SCHEDULERS)("%s is proportional to the learning rate", (scheduler) => {
    if (scheduler === "polynomial") return; // lr_end is a rate of its own
    const kwargs = minimum(scheduler);
    const once = accepted({ ...plain, scheduler, kwargs });
    const twice = accepted({ ...plain, baseRate: 2e-4, scheduler, kwargs });
    for (const step of [0, 50, 100, 500, 999]) {
      expect(learningRateAt(twice, step)).toBeCloseTo(2 * learningRateAt(once, step), 15);
    }
  });

  it("samples the first and the last step", () => {
    const points = sampleSchedule(accepted({ ...plain, scheduler: "linear" }), 11);
    expect(points[0]).toEqual({ step: 0, rate: 0 });
    expect(points.at(-1)).toEqual({ step: 1000, rate: 0 });
    expect(points).toHaveLength(11);
  });

  it("fills in the phases of warmup_stable_decay only when LLaMA-Factory sets it up", () => {
    const settings = { ...plain, scheduler: "warmup_stable_decay" } as const;
    expect(accepted(settings).kwargs).toMatchObject({ stableSteps: 300, decaySteps: 600 });
    expect(createSchedule({ ...settings, through: "transformers" })).toMatchObject({ error: "TypeError" });
  });
});

describe("reduce_lr_on_plateau", () => {
  it("waits for more bad evaluations than its patience, then cuts", () => {
    const rates = plateauRates({ baseRate: 1, patience: 1, factor: 0.5 }, [3, 2, 2, 2, 2, 2]);
    expect(rates).toEqual([1, 1, 1, 0.5, 0.5, 0.25]);
  });

  it("does not move while the metric improves", () => {
    expect(plateauRates({ baseRate: 1, patience: 0 }, [3, 2, 1])).toEqual([1, 1, 1]);
  });

  it("stops at its floor, and rests after a cut", () => {
    const floored = plateauRates({ baseRate: 1, patience: 0, factor: 0.1, minRate: 0.5 }, [1, 1, 1]);
    expect(floored).toEqual([1, 0.5, 0.5]);
    expect(plateauRates({ baseRate: 1, patience: 0, factor: 0.5, cooldown: 2 }, [1, 1, 1, 1, 1])).toEqual([
      1, 0.5, 0.5, 0.5, 0.25,
    ]);
  });
});
