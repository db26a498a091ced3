import { describe, expect, it } from "vitest";
import { packageVersions } from "@/lib/facts/dependencies";
import { readDependencies } from "@/scripts/sync/dependencies";
import { memoryTree } from "@/scripts/sync/source/source-tree";

const read = (files: Record<string, string>) => readDependencies(memoryTree(files));

describe("readDependencies", () => {
  it("reads pyproject.toml, with the lines", () => {
    const found = read({
      "pyproject.toml": `[project]\nrequires-python = ">=3.11"\ndependencies = [\n  "torch>=2.4.0",\n  "peft[extra]>=0.18.0, <=0.18.1"\n]\n[project.optional-dependencies]\nvllm = ["vllm<1"]\n`,
    });
    expect(found).toEqual([
      { name: "python", range: ">=3.11", kind: "required", file: "pyproject.toml", line: 2 },
      { name: "torch", range: ">=2.4.0", kind: "required", file: "pyproject.toml", line: 4 },
      { name: "peft", range: ">=0.18.0,<=0.18.1", kind: "required", file: "pyproject.toml", line: 5 },
      { name: "vllm", range: "<1", kind: "optional", file: "pyproject.toml", line: 8 },
    ]);
  });
  it("reads setup.py beside requirements.txt, and both lines of a package with markers", () => {
    const found = read({
      "setup.py": `extra_require = {\n    "torch": ["torch>=1.13.1"],\n    "dev": ["trl"],\n}\nsetup(python_requires=">=3.8.0")\n`,
      "requirements.txt": `# comment\ntrl>=0.8 ; python_version<'3.10'\ntrl>=0.9; python_version>='3.10'\n`,
    });
    expect(found.map(({ name, range, kind, marker, line }) => [name, range, kind, marker, line])).toEqual([
      ["python", ">=3.8.0", "required", undefined, 5],
      ["torch", ">=1.13.1", "optional", undefined, 2],
      ["trl", ">=0.8", "required", "python_version<'3.10'", 2],
      ["trl", ">=0.9", "required", "python_version>='3.10'", 3],
    ]);
  });
  it("reads what is checked at the start, without what only a feature asks for", () => {
    const found = read({
      "src/llamafactory/extras/misc.py": `def check_dependencies():\n    check_version("peft>=0.18.0,<=0.20.0")\n    check_version("trl>=1", mandatory=True)\n`,
    });
    expect(found).toEqual([
      {
        name: "peft",
        range: ">=0.18.0,<=0.20.0",
        kind: "start",
        file: "src/llamafactory/extras/misc.py",
        line: 2,
      },
    ]);
  });
});

it("mentions the check at the start only where its bounds differ", () => {
  const entry = (range: string, kind: "required" | "start") => ({ name: "peft", range, kind, file: "f", line: 1 });
  const atStart = (start: string) =>
    packageVersions([entry(">=1,<=2,!=1.5", "required"), entry(start, "start")])[0]?.atStart;
  expect(atStart(">=1,<=2,!=1.5.0")).toBeNull();
  expect(atStart(">=1,<=3")?.range).toBe(">=1,<=3");
});
