import { describe, expect, it } from "vitest";
import { checkRules, isSameMessage, type Rule } from "@/scripts/sync/facts/rules";
import { main, second } from "./fixtures";

const file = "src/llamafactory/hparams/model_args.py";
const rule = (id: string, line: number, upstreamMessage?: string): Rule => ({
  id,
  origin: "llamafactory",
  file,
  line,
  ...(upstreamMessage !== undefined && { upstreamMessage }),
});
const rules = [
  rule("rate", 37, "`rate` is {value}, which is negative."),
  rule("large-rate", 41, "Large `rate`."),
  rule("split", 57),
  rule("rank", 60, "`rank` must be positive."),
  rule("colour", 62, "Unknown colour."),
  rule("fast-package", 64),
];

describe("rules against the release that they name", () => {
  it("finds every statement, also one that spans lines", () => {
    expect(checkRules(rules, second, second)).toEqual({ findings: [], uncovered: [] });
  });

  it("reports another wording and a line without a statement", () => {
    const { findings } = checkRules([rule("rank", 60, "`rank` is wrong."), rule("nowhere", 999)], second, second);
    expect(findings.map(({ id, kind }) => [id, kind])).toEqual([
      ["rank", "wording"],
      ["nowhere", "gone"],
    ]);
  });

  it("lists what refuses or warns and has no rule", () => {
    const { uncovered } = checkRules([], second, second);
    expect(uncovered.map(({ kind, line }) => [kind, line])).toEqual([
      ["raise", 36],
      ["warning", 41],
      ["raise", 60],
      ["assert", 62],
      ["dependency", 64],
    ]);
  });
});

describe("rules against a later version", () => {
  const { findings, uncovered } = checkRules(rules, second, main);

  it("tells a moved line from a changed condition and a changed text", () => {
    expect(findings.map(({ id, kind }) => [id, kind])).toEqual([
      ["rate", "moved"],
      ["large-rate", "moved"],
      ["rank", "condition"],
      ["colour", "gone"],
      ["fast-package", "moved"],
    ]);
    expect(findings[2]?.problem).toContain("self.rank < 1”, is “self.rank is not None and self.rank < 2");
  });

  it("lists the new refusals", () => {
    expect(uncovered.map(({ message }) => message)).toEqual(["Not yet.", "Unknown colour: use blue or red."]);
  });
});

it.each([
  ["Undefined dataset {name} in dataset_info.json.", "Undefined dataset {} in {}.", true],
  ["Torch 2.9 with Conv3D.", "Torch 2.9 with Conv3D. Please downgrade.", true],
  ["`a` is wrong.", "`b` is wrong.", false],
])("message %s against %s: %s", (ours, theirs, expected) => expect(isSameMessage(ours, theirs)).toBe(expected));
