import { describe, expect, it } from "vitest";
import { toCsv, toMarkdown } from "@/lib/table/export";

describe("a table to take away", () => {
  it("is a GFM table, with bars escaped and lines joined", () => {
    expect(
      toMarkdown([
        ["a", "b"],
        ["1|2", "x\ny"],
      ]),
    ).toBe("| a | b |\n| --- | --- |\n| 1\\|2 | x y |\n");
  });

  it("is CSV that a spreadsheet reads as UTF-8", () => {
    expect(
      toCsv([
        ["键", "值"],
        ['say "x"', "a,b"],
      ]),
    ).toBe('\uFEFF键,值\r\n"say ""x""","a,b"\r\n');
  });

  it("never hands a spreadsheet a formula, and leaves numbers alone", () => {
    expect(toCsv([["=SUM(A1)", "-1"]])).toBe("\uFEFF'=SUM(A1),-1\r\n");
  });
});
