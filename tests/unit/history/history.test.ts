import { describe, expect, it } from "vitest";
import { asOf, differences, type Histories, parametersAt, stateAt } from "@/lib/history/history";
import { loadHistories, loadReleasePages } from "@/lib/history/load";

const state = { types: ["int"], nullable: false, choices: null, default: 3 };
const histories: Histories = {
  releases: ["v1", "v2", "v3"],
  parameters: [
    {
      name: "rank",
      releases: [0, 1, 2],
      latest: state,
      changes: [
        { at: 1, field: "default", from: 1, to: 2 },
        { at: 2, field: "default", from: 2, to: 3 },
      ],
    },
    { name: "fresh", releases: [2], latest: state, changes: [] },
    {
      name: "old_beta",
      releases: [0, 1],
      latest: { ...state, default: 0.1 },
      changes: [],
      removal: { relation: "renamed", replacedBy: ["beta"] },
    },
    { name: "beta", releases: [2], latest: { ...state, default: 0.2 }, changes: [] },
    {
      name: "both",
      releases: [0],
      latest: state,
      changes: [],
      removal: { relation: "split", replacedBy: ["fresh", "rank"] },
    },
  ],
};

describe("parametersAt", () => {
  it("undoes later changes, so each release has the value that it had", () => {
    expect(["v1", "v2", "v3"].map((tag) => parametersAt(histories, tag).get("rank")?.default)).toEqual([1, 2, 3]);
  });
  it("has no key that came later or went earlier", () => {
    expect([...parametersAt(histories, "v2").keys()]).toEqual(["rank", "old_beta"]);
  });
  it("refuses a release that it does not know", () => {
    expect(() => parametersAt(histories, "v9")).toThrow("no history of v9");
  });
});

describe("differences", () => {
  it("tells a rename, with what changed along with the name, and counts neither name as added or removed", () => {
    expect(differences(histories, "v2", "v3")).toEqual({
      added: ["fresh"],
      removed: [],
      renamed: [{ from: "old_beta", to: "beta", changes: [{ field: "default", from: 0.1, to: 0.2 }] }],
      changed: [{ name: "rank", changes: [{ field: "default", from: 2, to: 3 }] }],
    });
  });
  it("names as replacements only keys that the newer release has", () => {
    expect(differences(histories, "v1", "v2").removed).toEqual([
      { name: "both", relation: "split", replacedBy: ["rank"] },
    ]);
  });
  it("works backwards: the new name becomes the old one", () => {
    const back = differences(histories, "v3", "v2");
    expect(back.renamed.map(({ from, to }) => `${from} → ${to}`)).toEqual(["beta → old_beta"]);
    expect(back.removed.map(({ name }) => name)).toEqual(["fresh"]);
  });
  it("finds nothing between a release and itself", () => {
    expect(differences(histories, "v2", "v2")).toEqual({ added: [], removed: [], renamed: [], changed: [] });
  });
});

describe("asOf", () => {
  const find = (name: string) => histories.parameters.find((history) => history.name === name) ?? never();
  it.each([
    ["fresh", 0, { kind: "not-yet", since: 2 }],
    ["both", 2, { kind: "gone", lastIn: 0 }],
    ["beta", 2, { kind: "same" }],
    ["rank", 1, { kind: "different", changes: [{ field: "default", from: 2, to: 3 }] }],
  ])("%s at position %i", (name, position, expected) => {
    expect(asOf(find(name), position, 2)).toEqual(expected);
  });
});

describe("the committed facts", () => {
  const real = loadHistories();
  it("give every release as many keys as the generator counted", () => {
    for (const { tag, previous } of loadReleasePages()) {
      const { added, removed, renamed } = differences(real, previous, tag);
      const before = parametersAt(real, previous).size;
      expect(parametersAt(real, tag).size, tag).toBe(before + added.length - removed.length);
      expect(new Set(renamed.map(({ to }) => to)).size).toBe(renamed.length);
    }
  });
  it.each([
    ["v0.7.0", "badam_switch_interval", undefined],
    ["v0.7.1", "badam_switch_interval", 50],
    ["v0.9.0", "cutoff_len", 1024],
    ["v0.9.1", "cutoff_len", 2048],
  ])("%s: %s defaults to %s", (tag, name, value) => {
    expect(parametersAt(real, tag).get(name)?.default).toBe(value);
  });
  it("put the renames of preference training into v0.8.0", () => {
    expect(differences(real, "v0.7.1", "v0.8.0").renamed.map(({ from, to }) => [from, to])).toEqual([
      ["dpo_beta", "pref_beta"],
      ["dpo_ftx", "pref_ftx"],
      ["dpo_loss", "pref_loss"],
    ]);
  });
  it("add up: the steps between two releases are the whole", () => {
    const tags = loadReleasePages().map(({ tag }) => tag);
    const names = new Set(parametersAt(real, tags[0] ?? "").keys());
    for (const [index, tag] of tags.entries()) {
      const previous = tags[index - 1];
      if (previous === undefined) continue;
      const { added, removed, renamed } = differences(real, previous, tag);
      for (const name of [...removed.map((entry) => entry.name), ...renamed.map(({ from }) => from)])
        names.delete(name);
      for (const name of [...added, ...renamed.map(({ to }) => to)]) names.add(name);
    }
    expect([...names].sort()).toEqual([...parametersAt(real, "main").keys()].sort());
  });
  it("state that nothing is known of a key before it came", () => {
    const history = real.parameters.find(({ name }) => name === "use_dora") ?? never();
    expect(stateAt(history, -1)).toBeNull();
  });
});

function never(): never {
  throw new Error("the fixture names no such key");
}
