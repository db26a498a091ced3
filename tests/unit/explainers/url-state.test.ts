import { describe, expect, it } from "vitest";
import { choice, defineState, flag, number, queryText, subset, text } from "@/lib/explainers/url-state";

const letters = ["a", "b", "c"] as const;
interface Example {
  readonly rank: number;
  readonly dora: boolean;
  readonly kind: string;
  readonly chosen: readonly string[];
  readonly note: string;
}
const definition = defineState<Example>(
  { rank: 8, dora: false, kind: "a", chosen: ["a"], note: "x" },
  {
    rank: number({ min: 1, max: 512, whole: true }),
    dora: flag,
    kind: choice<string>(letters),
    chosen: subset<string>(letters),
    note: text({ length: 4, allowed: /[a-z]/ }),
  },
);
const parse = (query: string) => definition.parse(new URLSearchParams(query));
const write = (state: Partial<typeof definition.defaults>) =>
  queryText(definition.serialize({ ...definition.defaults, ...state }));

describe("state in the query string", () => {
  it("leaves defaults out", () => {
    expect(write({})).toBe("?");
    expect(write({ dora: true })).toBe("?dora=1");
  });

  it("has one order and one spelling", () => {
    expect(write({ chosen: ["c", "b"], rank: 16 })).toBe("?rank=16&chosen=b,c");
  });

  it("comes back as it was", () => {
    const state = { rank: 64, dora: true, kind: "b", chosen: [], note: "" };
    expect(definition.parse(definition.serialize(state))).toEqual(state);
  });

  it.each([
    ["rank=1e9", { rank: 512 }],
    ["rank=-3", { rank: 1 }],
    ["rank=7.6", { rank: 8 }],
    ["rank=NaN&dora=yes&kind=z", {}],
    ["rank=Infinity", { rank: 512 }],
    ["chosen=c,z,a,a", { chosen: ["a", "c"] }],
    ["note=<script>", { note: "scr" }],
    ["__proto__=1&unknown=2", {}],
  ])("reads %s without harm", (query, expected) => {
    expect(parse(query)).toEqual({ ...definition.defaults, ...expected });
  });
});
