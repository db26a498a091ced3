import { describe, expect, it } from "vitest";
import { editDistance, nearestNames } from "@/lib/nearest";

const names = ["lora_rank", "lora_alpha", "loraplus_lr_ratio", "learning_rate", "rope_scaling", "seed"];

describe("editDistance", () => {
  it.each([
    ["", "", 0],
    ["seed", "seed", 0],
    ["sede", "seed", 1],
    ["lr", "lora", 2],
    ["abc", "", 3],
  ] as const)("%s → %s: %i", (a, b, distance) => expect(editDistance(a, b)).toBe(distance));

  it("does not count beyond its limit", () => expect(editDistance("aaaaaaaa", "b", 2)).toBe(3));
});

describe("nearestNames", () => {
  it.each([
    ["lora_rnak", "lora_rank"],
    ["lora-rank", "lora_rank"],
    ["LoraRank", "lora_rank"],
    ["learning_rte", "learning_rate"],
    ["alpha", "lora_alpha"],
  ])("%s was meant as %s", (typed, name) => expect(nearestNames(typed, names)[0]).toBe(name));

  it("offers nothing for what resembles nothing", () => expect(nearestNames("qqqqqqqqqq", names)).toEqual([]));
  it("survives an endless name", () => expect(nearestNames("x".repeat(100_000), names)).toEqual([]));
});
