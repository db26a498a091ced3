import { describe, expect, it } from "vitest";
import { runPlanner, runPlannerYaml, viewRunPlanner } from "@/lib/explainers/run-planner";

const parse = (query: string) => runPlanner.parse(new URLSearchParams(query));
const plan = (query: string) => {
  const view = viewRunPlanner(parse(query));
  if (view.kind !== "plan") throw new Error("no plan");
  return view;
};
const rowOf = (query: string, row: string) => plan(query).numbers.find((number) => number.row === row);

describe("run planner", () => {
  it("counts as the Trainer does, and shows the formula with its numbers", () => {
    const query =
      "samples=1000&per_device_train_batch_size=3&gpus=2&gradient_accumulation_steps=4&num_train_epochs=2.5";
    expect(rowOf(query, "batches")).toMatchObject({ value: "167", how: "⌈⌈1,000 / 3⌉ / 2⌉" });
    expect(rowOf(query, "updates-per-epoch")).toMatchObject({ value: "42" });
    expect(rowOf(query, "total-steps")).toMatchObject({ value: "105", how: "⌈2.5 × 42⌉" });
    expect(rowOf(query, "warmup")).toMatchObject({ value: "11" });
  });

  it("saves at the last step too, and draws each checkpoint", () => {
    const view = plan("max_steps=1200");
    expect(view.plan.saves).toEqual([500, 1000, 1200]);
    expect(view.marks.saves).toEqual([500 / 1200, 1000 / 1200, 1]);
  });

  it("has no end for streaming data without max_steps", () => {
    expect(viewRunPlanner(parse("streaming=1"))).toEqual({ kind: "endless" });
    expect(plan("streaming=1&max_steps=10").plan.steps.totalSteps).toBe(10);
  });

  it("says what is odd", () => {
    expect(plan("samples=100&warmup_steps=100").warnings).toContain("warmup-longer-than-run");
    expect(plan("eval_strategy=steps&eval_steps=1e6&val_size=0.1").warnings).toContain("never-evaluates");
  });

  it("neither lists nor draws a hundred million checkpoints", () => {
    const view = plan("samples=100000000&gradient_accumulation_steps=1&save_steps=1&num_train_epochs=1");
    expect(view.plan.saves).toEqual([]);
    expect(view.saveCount).toBe(1e8);
    expect(view.marks.saves).toBeNull();
    expect(view.warnings).toContain("many-checkpoints");
  });

  it("writes what decides, and nothing that is ignored", () => {
    expect(runPlannerYaml(parse("max_steps=100&warmup_steps=5&eval_strategy=epoch"))).toBe(
      [
        "cutoff_len: 2048",
        "per_device_train_batch_size: 1",
        "gradient_accumulation_steps: 8",
        "max_steps: 100",
        "warmup_steps: 5",
        "save_strategy: steps",
        "save_steps: 500",
        "eval_strategy: epoch",
      ].join("\n"),
    );
  });
});
