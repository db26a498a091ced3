import { expect, it } from "vitest";
import { loadParameters } from "@/lib/catalog";
import { FOREIGN_KEYS } from "@/lib/checker/foreign-keys";
import { loadMappings, relationOf } from "@/lib/frameworks/load";
import { parseEvidence } from "@/lib/sources";
import { frameworkNames } from "@/scripts/content-lint/checks/framework-names";
import { readSubjects } from "@/scripts/content-lint/read";

const { parameters, versions } = loadMappings();

it("every key has a page, once, and is in a release", () => {
  const keys = parameters.map(({ key }) => key);
  expect(new Set(keys).size).toBe(keys.length);
  for (const key of keys) expect(loadParameters().get(key)?.facts.availability.kind, key).not.toBe("removed");
});

it("every name has a source in the version that is said to have been read", () => {
  for (const { names } of parameters)
    for (const { in: framework, source } of names) {
      expect(source).toMatch(new RegExp(`^${framework}@${versions[framework].replaceAll(".", "\\.")}:`));
      expect(parseEvidence(source), source).not.toBeNull();
    }
});

it("the table covers what is used most", () => {
  expect(parameters.length).toBeGreaterThanOrEqual(70);
});

it("agrees with what parameters' own pages say", () => {
  const faults = readSubjects().subjects.flatMap((subject) => [...frameworkNames.run(subject)]);
  expect(faults).toEqual([]);
});

it("agrees with the names that the checker translates", () => {
  const wrong: string[] = [];
  for (const { key, names } of parameters)
    for (const { in: framework, name } of names) {
      const foreign = Object.hasOwn(FOREIGN_KEYS, name) ? FOREIGN_KEYS[name] : undefined;
      if (framework === "transformers" || foreign === undefined || Object.keys(foreign.use).length === 0) continue;
      const everywhere = parameters
        .filter((other) => other.names.some((own) => own.name === name))
        .map((other) => other.key);
      if (!Object.keys(foreign.use).some((use) => everywhere.includes(use)))
        wrong.push(`${framework} ${name} → ${key}`);
    }
  expect(wrong).toEqual([]);
});

it("names what a pair of names is to each other", () => {
  const name = { in: "peft", name: "r", source: "" } as const;
  expect(relationOf("lora_rank", [])).toBe("none");
  expect(relationOf("lora_rank", [name])).toBe("renamed");
  expect(relationOf("r", [name])).toBe("same");
  expect(relationOf("r", [{ ...name, differs: { en: "x", zh: "x" } }])).toBe("different");
});
