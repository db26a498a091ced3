import { describe, expect, it } from "vitest";
import { DEVIATION, quantization, quantizationYaml, rowLength, viewQuantization } from "@/lib/explainers/quantization";

const { defaults, parse, serialize } = quantization;

describe("a quantized row", () => {
  it("reads back every weight, within its block's range", () => {
    const { weights, blocks } = viewQuantization({ ...defaults, block: "16" });
    expect(weights).toHaveLength(rowLength);
    expect(blocks.map(({ start }) => start)).toEqual([0, 16, 32, 48]);
    for (const { index, read } of weights) {
      const { absmax = 0, levels = [] } = blocks[Math.floor(index / 16)] ?? {};
      expect(Math.abs(read)).toBeLessThanOrEqual(absmax);
      expect(levels).toContain(read);
    }
  });

  it("suffers from an outlier in all of its block, and only there", () => {
    const calm = viewQuantization({ ...defaults, block: "16", outlier: 0 });
    const wild = viewQuantization({ ...defaults, block: "16", outlier: 12 });
    expect(wild.blocks[1]?.rms).toBeGreaterThan(2 * (calm.blocks[1]?.rms ?? 0));
    expect(wild.blocks[0]).toEqual(calm.blocks[0]);
    expect(wild.blocks[1]?.absmax).toBeCloseTo(12 * DEVIATION, 12);
  });

  it("loses less in smaller blocks, with 8 bits, and with nf4 rather than fp4 or even steps", () => {
    const whole = viewQuantization(defaults);
    const small = viewQuantization({ ...defaults, block: "8" });
    expect(small.chosen.rms).toBeLessThan(whole.chosen.rms);
    const of = (kind: string) => small.kinds.find((row) => row.kind === kind)?.rms ?? Number.NaN;
    expect(of("int8")).toBeLessThan(of("nf4"));
    expect(of("nf4")).toBeLessThan(of("fp4"));
    expect(of("nf4")).toBeLessThan(of("int4"));
  });

  it("counts 4.127 bits with double quantization in blocks of 64, 4.5 without", () => {
    expect(viewQuantization(defaults).chosen.bits).toBeCloseTo(4.127, 3);
    expect(viewQuantization({ ...defaults, double_quantization: false }).chosen.bits).toBe(4.5);
  });

  it("survives the address", () => {
    const state = { ...defaults, kind: "int8" as const, outlier: -3.5, at: 63 };
    expect(parse(serialize(state))).toEqual(state);
    expect(parse(new URLSearchParams("kind=int4&block=7&at=99")).at).toBe(63);
  });

  it("writes the keys that give the format", () => {
    expect(quantizationYaml(defaults)).toContain("quantization_type: nf4\ndouble_quantization: true");
    expect(quantizationYaml({ ...defaults, kind: "int8" })).toBe("quantization_bit: 8\nquantization_method: bnb");
  });
});
