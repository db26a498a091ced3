import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  FLOAT_FORMATS,
  type FloatFormatName,
  formatLimits,
  type RoundingOutcome,
  roundToFormat,
} from "@/lib/calculators/number-formats";
import reference from "../../fixtures/reference/number-formats.json";

const names = Object.keys(FLOAT_FORMATS) as FloatFormatName[];
const special: Record<string, number> = { inf: Infinity, "-inf": -Infinity, nan: Number.NaN };
const how: Record<string, RoundingOutcome> = { "underflow to zero": "underflow" };

describe("number formats", () => {
  it.each(names)("%s has the limits of its definition", (name) => {
    const limits = formatLimits(FLOAT_FORMATS[name]);
    const row = reference.formats[name];
    expect(limits).toEqual({
      bits: row.bits,
      maximum: row.max_finite,
      minimumNormal: row.min_normal,
      minimumSubnormal: row.min_subnormal,
      epsilon: row.epsilon,
      overflowFrom: row.overflow_from,
    });
  });

  it.each(
    reference.conversions.flatMap(({ input, results }) => names.map((name) => ({ input, name, row: results[name] }))),
  )("$input in $name is bit for bit what numpy and ml_dtypes give", ({ input, name, row }) => {
    const rounded = roundToFormat(Number(input), FLOAT_FORMATS[name]);
    const value = typeof row.value === "string" ? special[row.value] : row.value;
    expect(rounded.bits).toBe(row.bits);
    expect(rounded.value + 0).toBe(value);
    expect(rounded.outcome).toBe(row.how.startsWith("overflow") ? "overflow" : (how[row.how] ?? row.how));
    if (row.rel_error === null) expect(rounded.relativeError).toBeNull();
    else expect(rounded.relativeError).toBeCloseTo(row.rel_error, 14);
  });

  it("rounds to fp32 as Math.fround does", () => {
    fc.assert(
      fc.property(fc.double(), (value) => {
        expect(roundToFormat(value, FLOAT_FORMATS.fp32).value).toBe(Math.fround(value));
      }),
    );
  });

  it.each(names)("%s leaves a rounded number alone, and never errs by more than half a step", (name) => {
    const format = FLOAT_FORMATS[name];
    const { minimumNormal, overflowFrom, epsilon } = formatLimits(format);
    const inside = fc.double({ min: minimumNormal, max: overflowFrom, maxExcluded: true, noNaN: true });
    fc.assert(
      fc.property(inside, (value) => {
        const once = roundToFormat(value, format);
        expect(roundToFormat(once.value, format).bits).toBe(once.bits);
        expect(once.relativeError).toBeLessThanOrEqual(epsilon / 2);
      }),
    );
  });

  it("keeps infinities and NaN", () => {
    expect(roundToFormat(-Infinity, FLOAT_FORMATS.fp16)).toMatchObject({ value: -Infinity, bits: "1111110000000000" });
    expect(roundToFormat(Infinity, FLOAT_FORMATS.fp8_e4m3fn).value).toBeNaN();
    expect(roundToFormat(Number.NaN, FLOAT_FORMATS.bf16)).toMatchObject({ outcome: "nan", bits: "0111111111000000" });
  });
});
