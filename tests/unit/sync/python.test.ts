import { describe, expect, it } from "vitest";
import { PythonProject } from "@/scripts/sync/python/modules";
import { render } from "@/scripts/sync/python/render";
import { decodeString } from "@/scripts/sync/python/strings";
import { parsePython } from "@/scripts/sync/python/tree";
import { evaluate } from "@/scripts/sync/python/values";
import { memoryTree } from "@/scripts/sync/source/source-tree";

function readValue(expression: string, others: Record<string, string> = {}) {
  const project = new PythonProject(memoryTree({ "a.py": `x = ${expression}\n`, ...others }), ["", "src"]);
  const file = project.file("a.py");
  const definition = file && project.resolve(file, "x");
  if (!file || definition?.kind !== "value") throw new Error("no value");
  return evaluate({ project, file, externalEnums: {} }, definition.node);
}

describe("values read without running the code", () => {
  it.each([
    ["None", null],
    ["True", true],
    ["16_000", 16000],
    ["1e-6", 1e-6],
    ["-0.5", -0.5],
    ["0x10", 16],
    ["768 * 768", 589824],
    ["2 ** 4 // 3", 5],
    ["('a' \"b\"\n  'c')", "abc"],
    ["r'\\d'", "\\d"],
    ["[1, 'a', (2, None)]", [1, "a", [2, null]]],
    ["{'GPU': 1, 'b': []}", { GPU: 1, b: [] }],
  ])("%s", (expression, value) => expect(readValue(expression)).toEqual(value));

  it.each(["len(y)", "f'{y}'", "unknown", "1 if y else 2"])("%s is left open", (expression) =>
    expect(readValue(expression)).toBeUndefined(),
  );
});

describe("names", () => {
  const colours = "import enum\nclass Colour(enum.StrEnum):\n    RED = 'red'\n\nLIMIT = 3\n";

  it("follows imports by path, by package and under another name", () => {
    const text = "Colour.RED\nfrom pack.colours import Colour";
    expect(readValue(text, { "src/pack/colours.py": colours })).toBe("red");
    expect(
      readValue("N\nfrom .pack import LIMIT as N", {
        "pack/__init__.py": "from .c import LIMIT",
        "pack/c.py": colours,
      }),
    ).toBe(3);
  });

  it("does not run in circles", () => {
    expect(readValue("N\nfrom b import N", { "b.py": "from c import N", "c.py": "from b import N" })).toBeUndefined();
  });
});

describe("text", () => {
  it.each([
    [`'it\\'s'`, "it's"],
    [`"""a\nb"""`, "a\nb"],
    [`"\\u4e2d\\n"`, "中\n"],
    [`rb"x"`, null],
  ])("decodes %s", (literal, value) => expect(decodeString(literal)).toBe(value));

  it("spells one expression in one way", () => {
    const spell = (text: string) => {
      const file = parsePython("a.py", text);
      return render(file, file.root);
    };
    expect(spell('f(\n    a,  # why\n    "b",\n)')).toBe("f(a, 'b')");
    expect(spell("f(a, 'b')")).toBe("f(a, 'b')");
    expect(spell('lambda: {"GPU": 1}')).toBe("lambda: {'GPU': 1}");
  });

  it("says where it cannot read", () => {
    expect(parsePython("a.py", "x = 1\n").unreadableLines).toEqual([]);
    expect(parsePython("a.py", "x = 1\ny = = 2\n").unreadableLines).toContain(2);
  });
});
