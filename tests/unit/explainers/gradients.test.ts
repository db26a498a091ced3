import { describe, expect, it } from "vitest";
import { gradients, gradientsYaml, viewGradients, weightings } from "@/lib/explainers/gradients";

const { defaults, parse, serialize } = gradients;

describe("what one optimizer step sees", () => {
  it("has one micro-batch for each GPU and pass", () => {
    const view = viewGradients({
      ...defaults,
      gpus: 3,
      gradient_accumulation_steps: 2,
      per_device_train_batch_size: 4,
    });
    expect(view.microBatches).toHaveLength(6);
    expect(view.effectiveBatch).toBe(24);
    expect(view.microBatches.map(({ gpu, pass }) => [gpu, pass])).toContainEqual([2, 1]);
  });

  it.each(weightings)("shares that sum to 1 when weighting by %s, and give the step's gradient", (weighting) => {
    const { microBatches, gradient, losses } = viewGradients({ ...defaults, weighting });
    const sum = (of: (batch: (typeof microBatches)[number]) => number) =>
      microBatches.reduce((total, batch) => total + batch.weight * of(batch), 0);
    expect(sum(() => 1)).toBeCloseTo(1, 12);
    expect(sum(({ gradient: [x = 0] }) => x)).toBeCloseTo(gradient[0] ?? 0, 12);
    expect(sum(({ loss }) => loss)).toBeCloseTo(losses[weighting], 12);
  });

  it("does not care for the weighting where all answers are of one length", () => {
    const { losses } = viewGradients({ ...defaults, spread: 1 });
    expect(losses.tokens).toBeCloseTo(losses.batches, 12);
    expect(losses.tokens).toBeCloseTo(losses.devices, 12);
    expect(viewGradients(defaults).losses.tokens).not.toBeCloseTo(viewGradients(defaults).losses.batches, 2);
  });

  it("does not care how a batch is cut up, as long as tokens weigh alike", () => {
    const cut = { ...defaults, per_device_train_batch_size: 1, gradient_accumulation_steps: 8 };
    const whole = { ...defaults, per_device_train_batch_size: 8, gradient_accumulation_steps: 1 };
    expect(viewGradients(cut).gradient[0]).toBeCloseTo(viewGradients(whole).gradient[0] ?? 0, 12);
    expect(viewGradients(cut).losses.batches).not.toBeCloseTo(viewGradients(whole).losses.batches, 3);
  });

  it("clips to max_grad_norm, and not at 0", () => {
    const { clipped } = viewGradients({ ...defaults, max_grad_norm: 0.5 });
    expect(Math.hypot(...clipped.gradient)).toBeCloseTo(0.5, 5);
    expect(viewGradients({ ...defaults, max_grad_norm: 0 }).clipped.factor).toBe(1);
  });

  it("survives the address", () => {
    const state = { ...defaults, gpus: 4, weighting: "batches" as const, draw: 7 };
    expect(parse(serialize(state))).toEqual(state);
    expect(parse(new URLSearchParams("gpus=4000&weighting=none"))).toEqual({ ...defaults, gpus: 8 });
  });

  it("writes what YAML can say", () => {
    expect(gradientsYaml(defaults)).toBe(
      "per_device_train_batch_size: 2\ngradient_accumulation_steps: 4\nmax_grad_norm: 1",
    );
    expect(gradientsYaml({ ...defaults, weighting: "devices" })).toContain("average_tokens_across_devices: false");
  });
});
