import { describe, expect, it } from "vitest";
import { compareFacts } from "@/scripts/sync/facts/compare";
import { buildLlamafactory, type ReleaseFacts } from "@/scripts/sync/facts/llamafactory";
import { readEnvironment, readSnapshot } from "@/scripts/sync/facts/snapshot";
import { countLines, withRelease } from "@/scripts/sync/facts/source-lines";
import { releaseTags } from "@/scripts/sync/facts/upstream";
import { reportPage } from "@/scripts/sync/report";
import { memoryTree, type SourceTree } from "@/scripts/sync/source/source-tree";
import { first, inputs, main, second } from "./fixtures";

const version = (id: string, tree: SourceTree): ReleaseFacts => ({
  id,
  date: "2024-03-25",
  parameters: new Map(readSnapshot(tree, inputs).parameters.map((one) => [one.name, one])),
});
const build = (...versions: ReleaseFacts[]) =>
  buildLlamafactory(
    {
      releaseCommit: "a",
      mainCommit: "b".repeat(40),
      versions,
      v1: { release: [], main: [] },
      environment: { release: readEnvironment(second, inputs), main: [] },
    },
    inputs,
  );
const facts = build(version("v0.6.0", first), version("v0.7.0", second), version("main", main));
const record = (name: string) => [...facts.parameters, ...facts.removed].find((one) => one.name === name);

describe("the history of a parameter", () => {
  it("names the first release, the releases that have it, and each change once", () => {
    expect(record("engine")?.history).toEqual({
      in: ["v0.6.0", "v0.7.0", "main"],
      since: "v0.6.0",
      changes: [
        { release: "v0.7.0", field: "nullable", from: true, to: false },
        { release: "v0.7.0", field: "choices", from: ["hf", "fast"], to: ["fast", "hf", "tiny"] },
        { release: "v0.7.0", field: "dataclass", from: "ModelArguments", to: "BaseArguments" },
      ],
    });
  });

  it("takes another order of the same choices for no change", () => {
    expect(record("colour")?.history.changes).toEqual([]);
  });

  it("keeps the release's value where main differs, and says so", () => {
    expect(record("rank")).toMatchObject({ default: 8, main: { default: 16 } });
    expect(record("rank")?.history.changes).toEqual([{ release: "main", field: "default", from: 8, to: 16 }]);
  });

  it("marks what only main has, and what main no longer has", () => {
    expect(record("on_main")).toMatchObject({ mainOnly: true, inRelease: false, history: { since: "main" } });
    expect(record("below")).toMatchObject({ inRelease: true, inMain: false });
    expect(record("below")?.history.removedIn).toBeUndefined();
    expect(facts.parameters.map(({ name }) => name).slice(-7)).toEqual([
      "size",
      "rate",
      "below",
      "extra",
      "items",
      "folder",
      "mode",
    ]);
  });

  it("joins what was removed with the hand-kept reason", () => {
    expect(facts.removed).toHaveLength(1);
    expect(record("old_name")).toMatchObject({
      lastIn: "v0.6.0",
      replacedBy: ["new_name"],
      removal: { commit: "abc", relation: "renamed" },
      history: { removedIn: "v0.7.0" },
    });
  });

  it("names the releases in between that lack it", () => {
    const again = build(
      version("v0.6.0", second),
      version("v0.6.1", first),
      version("v0.7.0", second),
      version("main", main),
    );
    const pixels = again.parameters.find(({ name }) => name === "pixels");
    expect(pixels?.history).toMatchObject({ since: "v0.6.0", absentIn: ["v0.6.1"], changes: [] });
  });
});

it("gives a switch its first read's default and all its places", () => {
  expect(facts.envSwitches.find(({ name }) => name === "USE_IT")).toEqual({
    name: "USE_IT",
    kind: "flag",
    default: "1",
    in: ["v0.7.0"],
    reads: { "v0.7.0": [{ file: "src/llamafactory/extras/misc.py", line: 10 }] },
  });
});

describe("what changed against the committed facts", () => {
  const before = build(version("v0.5.0", first), version("v0.6.0", first), version("main", first));
  const changes = compareFacts(before, facts);

  it("is silent where nothing did", () => {
    expect(compareFacts(facts, facts)).toEqual({ added: [], changed: [], removed: [], moved: 0, environment: [] });
  });

  it("lists new, changed and removed parameters", () => {
    expect(changes.added).toContain("pixels");
    expect(changes.removed).toEqual(["old_name"]);
    expect(changes.changed).toContainEqual({ name: "rank", field: "default on main", from: undefined, to: 16 });
  });

  it("fits on a page that names what is to be done", () => {
    const page = reportPage({
      fresh: facts,
      changes,
      rules: { findings: [{ id: "rank", kind: "condition", problem: "was x" }], uncovered: [] },
      rulesOnMain: { findings: [], uncovered: [] },
      inputs: { ...inputs, removed: { gone: { replacedBy: [], commit: "x", relation: "automatic" } } },
      unreadable: [],
      transformers: [],
      hasExplanation: (name) => name !== "pixels",
    });
    expect(page).toContain("## Parameters without an explanation in content/parameters (1)\n\n- `pixels` (new)");
    expect(page).toContain("- `old_name`, last in v0.6.0: say in removed.yaml what replaces it");
    expect(page).toContain("- removed.yaml names `gone`, which is not removed");
    expect(page).toContain("- `rank` condition: was x");
    expect(page.split("\n").length).toBeLessThan(80);
  });
});

describe("lines of the files that content may cite", () => {
  const tree = memoryTree({ "a.py": "1\n2\n", "b.md": "1\n2", Makefile: "x\n", "tests/t.py": "1\n", "logo.png": "…" });

  it("counts a last line without a break, and passes over tests and pictures", () => {
    expect(countLines(tree)).toEqual({ "a.py": 2, "b.md": 2, Makefile: 1 });
  });

  it("keeps what other repositories and releases have", () => {
    const known = { about: "", files: { "x/y@v1": { a: 1 }, "z/q@v1": { b: 2 } } };
    const { files } = withRelease(known, "x/y", "v2", tree);
    expect(Object.keys(files)).toEqual(["x/y@v1", "x/y@v2", "z/q@v1"]);
    expect(files["z/q@v1"]).toEqual({ b: 2 });
  });
});

it("takes releases only, oldest first", () => {
  expect(releaseTags(["v0.10.0", "v0.9.5", "v0.9.6rc1", "nightly", "v0.0.9", "v0.1.0"])).toEqual([
    "v0.1.0",
    "v0.9.5",
    "v0.10.0",
  ]);
});
