import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { formatBytes, formatRate, formatShort } from "@/lib/explainers/format";
import { decades, nearestStop, powersOfTwo } from "@/lib/explainers/stops";
import { niceTicks } from "@/lib/explainers/ticks";
import { toYamlText, yamlNumber } from "@/lib/explainers/yaml";

describe("YAML", () => {
  it.each([
    [1e-4, "1.0e-4"],
    [5e-5, "5.0e-5"],
    [1.25e-7, "1.25e-7"],
    [0.1, "0.1"],
    [1e21, "1.0e+21"],
    [0, "0"],
    [1000, "1000"],
  ])("writes %d as a number that PyYAML takes for one", (value, written) => {
    expect(yamlNumber(value)).toBe(written);
  });

  it("quotes what YAML would read as something else, leaves out what is not set, and indents mappings", () => {
    const yaml = toYamlText({
      a: "cosine",
      b: undefined,
      c: "no",
      d: "8bit",
      e: { power: 2 },
      f: {},
      g: true,
      h: "q,v",
    });
    expect(yaml).toBe('a: cosine\nc: "no"\nd: "8bit"\ne:\n  power: 2\ng: true\nh: q,v');
  });
});

describe("numbers", () => {
  it("shortens counts to three digits", () => {
    expect([999, 1234, 999_999, 20_185_088, 7_615_616_512].map(formatShort)).toEqual([
      "999",
      "1.23 K",
      "1.00 M",
      "20.2 M",
      "7.62 B",
    ]);
  });

  it("writes rates with an exponent, and sizes in GiB from one on", () => {
    expect([0, 1e-4, 3.2706e-5, Number.NaN].map(formatRate)).toEqual(["0", "1e-4", "3.271e-5", "–"]);
    expect([2 ** 29, 3 * 2 ** 30].map(formatBytes)).toEqual(["512 MiB", "3.0 GiB"]);
  });

  it.each([1e-4, 7, 100, 0.3, 12_345, 1])("an axis to %d has few round ticks and reaches it", (max) => {
    const ticks = niceTicks(max);
    expect(ticks.at(-1)).toBeGreaterThanOrEqual(max);
    expect(ticks.length).toBeGreaterThanOrEqual(3);
    expect(ticks.length).toBeLessThanOrEqual(7);
  });

  it("sliders stop at round numbers, each once", () => {
    expect(decades(1, 10, { whole: true })).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(decades(1e-5, 1e-4)).toContain(3e-5);
    expect(powersOfTwo(1, 16)).toEqual([1, 2, 4, 8, 16]);
    expect(nearestStop([1, 2, 4, 8], 5)).toBe(2);
  });
});

describe("texts of explainers", () => {
  it.each(readdirSync("lib/i18n/messages/explainers"))("%s says the same in both languages", async (file) => {
    const module: Record<string, { en: object; zh: object }> = await import(
      `../../../lib/i18n/messages/explainers/${file.slice(0, -3)}.ts`
    );
    for (const { en, zh } of Object.values(module)) {
      const texts = new Map(leaves(zh));
      for (const [path, text] of leaves(en)) {
        const other = texts.get(path) ?? "";
        expect([path, ...places(other)]).toEqual([path, ...places(text)]);
        expect(text, path).not.toMatch(/\p{Script=Han}/u);
        expect(other, path).not.toMatch(/\p{Script=Han}[A-Za-z0-9,;:!?()]|[A-Za-z0-9(]\p{Script=Han}/u);
      }
    }
  });
});

function leaves(node: object, path = ""): [string, string][] {
  return Object.entries(node).flatMap(([key, value]): [string, string][] =>
    typeof value === "string" ? [[`${path}${key}`, value]] : leaves(value as object, `${path}${key}.`),
  );
}

const places = (text: string) => [...text.matchAll(/\{\w+\}/g)].map(([place]) => place).sort();
