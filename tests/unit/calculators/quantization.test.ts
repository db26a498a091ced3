import { describe, expect, it } from "vitest";
import {
  bitsPerWeight,
  FP4_VALUES,
  NF4_VALUES,
  nearestCode,
  quantizationError,
  quantizeRow,
  quantizeValue,
} from "@/lib/calculators/quantization";
import reference from "../../fixtures/reference/number-formats.json";

const wave = Array.from({ length: 128 }, (_, index) => Math.sin(index * 0.7) * 0.02);

describe("quantization of a row", () => {
  it("has NF4's table", () => {
    expect(NF4_VALUES).toEqual(reference.formats.nf4.values);
  });

  it.each(reference.nf4_conversions)("reads $input back as $value in NF4", ({ input, code, value }) => {
    expect(nearestCode(input, NF4_VALUES)).toEqual({ code, value });
  });

  it.each(reference.formats.nf4.midpoints)("gives a weight right below %d the lower code", (midpoint) => {
    const { code } = nearestCode(midpoint - 1e-7, NF4_VALUES);
    expect(nearestCode(midpoint + 1e-7, NF4_VALUES).code).toBe(code + 1);
  });

  it("has ascending tables that end at -1 and 1", () => {
    for (const table of [NF4_VALUES, FP4_VALUES]) {
      expect([...table].sort((a, b) => a - b)).toEqual([...table]);
      expect([table[0], table.at(-1)]).toEqual([-1, 1]);
    }
  });

  it("keeps the largest weight of a block exactly", () => {
    for (const kind of ["int8", "nf4", "fp4"] as const) {
      const [block] = quantizeRow([0.1, -0.4, 0.3], kind, 64);
      expect(block?.values[1]?.value).toBeCloseTo(-0.4, 15);
    }
  });

  it("rounds int8 to 255 levels, ties to even", () => {
    const [block] = quantizeRow([127, 2.5, 3.5, -2.5], "int8", 4);
    expect(block?.values.map(({ code }) => code)).toEqual([127, 2, 4, -2]);
  });

  it("clips a weight beyond the scale", () => {
    expect(quantizeValue(3, 2, "int8")).toEqual({ code: 127, value: 2 });
    expect(quantizeValue(-3, 2, "nf4")).toEqual({ code: 0, value: -2 });
  });

  it("errs less with more bits and with smaller blocks around an outlier", () => {
    const row = [1, ...wave];
    const error = (kind: "int8" | "nf4", block: number) => quantizationError(row, quantizeRow(row, kind, block));
    expect(error("int8", 64)).toBeLessThan(error("nf4", 64));
    expect(error("nf4", 16)).toBeLessThan(error("nf4", 128));
  });

  it("takes a block of zeros as it is", () => {
    expect(quantizeRow([0, 0], "nf4", 64)[0]?.values).toEqual([
      { code: 7, value: 0 },
      { code: 7, value: 0 },
    ]);
  });

  it("costs 4.127 bits a weight with double quantization, 4.5 without", () => {
    expect(bitsPerWeight("nf4", 64, true)).toBeCloseTo(4.127, 3);
    expect(bitsPerWeight("nf4", 64)).toBe(4.5);
  });

  it("refuses an empty block", () => {
    expect(() => quantizeRow([1], "nf4", 0)).toThrow(RangeError);
  });
});
