import { describe, expect, it } from "vitest";
import {
  examples,
  formatDouble,
  formatNames,
  numberFormats,
  numberFormatsYaml,
  readNumber,
  viewNumberFormats,
} from "@/lib/explainers/number-formats";

const view = (query: string) => viewNumberFormats(numberFormats.parse(new URLSearchParams(query)));
const row = (query: string, name: string) => view(query).rows.find((one) => one.name === name);

describe("number-format explainer", () => {
  it("splits the bits into sign, exponent and fraction", () => {
    expect(row("value=-1.5", "bf16")).toMatchObject({ sign: "1", exponent: "01111111", mantissa: "1000000" });
    expect(row("value=1", "fp16")).toMatchObject({ sign: "0", exponent: "01111", mantissa: "0000000000" });
  });

  it.each([
    ["0.1", "bf16", 0.10009765625, "rounded"],
    ["65520", "fp16", Number.POSITIVE_INFINITY, "overflow"],
    ["1e-8", "fp16", 0, "underflow"],
    ["1e-5", "fp16", 1.001_358_032_226_562_5e-5, "subnormal"],
    ["2", "int8", 1, "clipped"],
    ["0", "nf4", 0, "zero"],
  ])("%s in %s becomes %d: %s", (value, name, stored, outcome) => {
    expect(row(`value=${value}`, name)).toMatchObject({ value: stored, outcome });
  });

  it("shows how a square that overflows becomes NaN in fp16 and stays a number in bf16", () => {
    const overflow = new Map(view("activation=300").overflow.map((each) => [each.name, each]));
    expect(overflow.get("fp16")).toMatchObject({ square: Number.POSITIVE_INFINITY, difference: Number.NaN });
    expect(overflow.get("bf16")).toMatchObject({ square: 90_112, difference: 0 });
  });

  it.each([
    ["3e-5", 3e-5],
    ["-.5", -0.5],
    ["-inf", Number.NEGATIVE_INFINITY],
    ["NaN", Number.NaN],
    ["0x10", null],
    ["", null],
    ["1,5", null],
  ])("reads %s", (written, value) => {
    expect(readNumber(written)).toBe(value);
  });

  it("prints doubles for people", () => {
    expect([0.1 + 0.2, -0, 65504, 3.3895e38, Number.NEGATIVE_INFINITY].map((value) => formatDouble(value))).toEqual([
      "0.3",
      "−0",
      "65504",
      "3.3895e38",
      "−∞",
    ]);
  });

  it("has eight rows for every example, and keys for every format", () => {
    for (const example of examples) expect(view(`value=${example}`).rows).toHaveLength(formatNames.length);
    for (const format of formatNames) expect(numberFormatsYaml({ ...numberFormats.defaults, format })).toContain(": ");
  });
});
