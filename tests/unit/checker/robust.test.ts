import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { check } from "@/lib/checker/check";
import { applyFix } from "@/lib/checker/fix";
import { catalog, configWith } from "./support";

const run = (text: string) => check({ text }, {}, catalog);
const names = catalog.parameters.map((parameter) => parameter.name);

describe("whatever is pasted, there is an answer", () => {
  it("for any text", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: "binary" }), fc.string({ unit: "grapheme" }), fc.json()), (text) => {
        expect(["accept", "reject", "help"]).toContain(run(text).verdict);
      }),
      { numRuns: 300 },
    );
  });

  it("for texts made of YAML's own signs", () => {
    const sign = fc.constantFrom(
      ..." \n\t:-?[]{},#&*!|>'\"%@`ab1.~<=$",
      "\r\n",
      "---",
      "<<: ",
      "&a ",
      "*a",
      "${",
      "!!",
      "lora_rank: ",
    );
    fc.assert(
      fc.property(fc.array(sign, { maxLength: 40 }), (signs) => {
        expect(["accept", "reject", "help"]).toContain(run(signs.join("")).verdict);
      }),
      { numRuns: 500 },
    );
  });

  it("for any value of any parameter, with findings that stand inside the text", () => {
    const value = fc.oneof(
      fc.json({ maxDepth: 2 }),
      fc.constantFrom("no", "yes", "''", "null", "1e9", "-1", ".nan", ".inf", "'x'", "[]", "{}"),
    );
    const lines = fc.uniqueArray(fc.tuple(fc.constantFrom(...names, "__proto__", "constructor"), value), {
      maxLength: 8,
      selector: ([name]) => name,
    });
    const slips = /undefined|NaN|\[object/;
    fc.assert(
      fc.property(lines, (pairs) => {
        const text = configWith(pairs.map(([name, given]) => `${name}: ${given}`).join("\n"));
        const count = text.split("\n").length;
        for (const finding of run(text).findings) {
          expect(finding.message).not.toBe("");
          // A message may quote such a word where the reader wrote it.
          if (!slips.test(text)) expect(finding.message).not.toMatch(slips);
          if (finding.line !== null) expect(finding.line).toBeGreaterThan(0);
          if (finding.line !== null) expect(finding.line).toBeLessThanOrEqual(count);
          if (finding.fix) applyFix(text, finding.fix);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("for any words of a command", () => {
    const word = fc.oneof(
      fc.constantFrom(...names.map((name) => `--${name}`), "--", "-h", "config.yaml", "a=b", "x.y=1"),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 8 }), (argv) => {
        expect(["accept", "reject", "help"]).toContain(check({ argv }, { command: "train" }, catalog).verdict);
      }),
      { numRuns: 300 },
    );
  });
});

// Far above what an idle machine needs (two seconds are the bar), so that a busy one does not fail the build.
const PATIENCE = 20_000;

describe("a megabyte is no trouble", () => {
  it.each([
    ["keys", Array.from({ length: 40_000 }, (_, i) => `key_${i}: value number ${i}`).join("\n")],
    ["a list", `dataset: [${"x, ".repeat(300_000)}]`],
    ["one word", `dataset: ${"x".repeat(1_000_000)}`],
    ["open brackets", "[".repeat(1_000_000)],
    ["question marks", "? ".repeat(500_000)],
    ["quotes", "'".repeat(1_000_000)],
    ["interpolations", `dataset: '${"${".repeat(500_000)}'`],
    ["flags", `llamafactory-cli train ${"--x 8 ".repeat(160_000)}`],
    [
      "anchors in a chain",
      ["a0: &a0 [1]", ...Array.from({ length: 40_000 }, (_, i) => `a${i + 1}: &a${i + 1} [*a${i}]`)].join("\n"),
    ],
    ["conflict marks", "<<<<<<< a\n".repeat(100_000)],
  ])(
    "of %s",
    (_, text) => {
      const started = performance.now();
      expect(run(text).verdict).toBe("reject");
      expect(performance.now() - started).toBeLessThan(PATIENCE);
    },
    PATIENCE * 2,
  );
});
