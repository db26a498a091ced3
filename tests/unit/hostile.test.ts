/** Names that JavaScript itself gives to objects are, to a reader, names like any other. */

import { deflateRawSync } from "node:zlib";
import { afterEach, describe, expect, it } from "vitest";
import { check } from "@/lib/checker/check";
import { placeCompanions } from "@/lib/checker/tool/companions";
import { packText, unpackText } from "@/lib/checker/tool/share";
import { convert } from "@/lib/convert/convert";
import { loadConvertFacts } from "@/lib/convert/load";
import { sourceFrameworks } from "@/lib/convert/types";
import { nearestNames } from "@/lib/nearest";
import { buildIndex } from "@/lib/search/build";
import { createEngine } from "@/lib/search/engine";
import { initialState, readState, writeState } from "@/lib/table/state";
import { viewOf } from "@/lib/table/view";
import { loadUpgradeFacts } from "@/lib/upgrade/load";
import { upgrade } from "@/lib/upgrade/upgrade";
import { loadCatalog } from "@/scripts/commands/check";

const names = ["__proto__", "constructor", "prototype", "toString", "hasOwnProperty", "__defineGetter__", "valueOf"];
const catalog = loadCatalog();

afterEach(() => {
  expect(Object.keys(Object.prototype)).toEqual([]);
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
});

const engine = createEngine(buildIndex("en"));

describe.each(names)("%s", (name) => {
  const yaml = `stage: sft\nmodel_name_or_path: a/b\n${name}: 1\n`;

  it("is an unknown key of a config, and of a command", () => {
    for (const text of [yaml, `llamafactory-cli train --stage sft --${name} 1`]) {
      const { findings } = check({ text, fileName: "a.yaml" }, {}, catalog);
      expect(
        findings.filter(({ message }) => message.includes(name)).map(({ severity }) => severity),
        text,
      ).toContain("error");
    }
  });

  it("may stand below a key, hold keys, be a value or a command", () => {
    for (const text of [
      `${name}:\n  polluted: true\n`,
      `deepspeed:\n  ${name}:\n    polluted: true\n`,
      `stage: ${name}\nfinetuning_type: ${name}\ntemplate: ${name}\noptim: ${name}\nlr_scheduler_type: ${name}\n`,
      `lr_scheduler_kwargs:\n  ${name}: 1\nmodel_init_kwargs: {"${name}": {"polluted": true}}\n`,
      `llamafactory-cli ${name} a.yaml`,
      `${name}=1 llamafactory-cli train a.yaml`,
    ])
      expect(check({ text, fileName: "a.yaml" }, {}, catalog).verdict, text).toMatch(/\w/);
  });

  it("comes through an upgrade as it is", () => {
    const { text } = upgrade(yaml, { from: "v0.7.1", to: "v0.9.5" }, loadUpgradeFacts());
    expect(text).toContain(`${name}: 1`);
  });

  it("is told about by a conversion, not lost in silence", () => {
    for (const framework of sourceFrameworks) {
      const { text, items, problem } = convert(
        `base_model: a/b\nmodel: a/b\n${name}: 1\n`,
        framework,
        loadConvertFacts(),
      );
      expect(problem, framework).toBeNull();
      const told = items.some(({ key }) => key === name) || text?.includes(name);
      expect(told, framework).toBe(true);
    }
  });

  it("is a word to search for, and to guess from", () => {
    const answer = engine.search(name);
    for (const { title } of answer.results) engine.mark(title, answer.terms);
    expect(nearestNames(name, ["lora_rank"])).toEqual(expect.any(Array));
  });

  it("chooses nothing in a table's address", () => {
    const shape = { columns: ["name", "type"], facets: { type: ["int"] }, rows: new Set(["lora_rank"]), prefix: "" };
    const query = new URLSearchParams({ [name]: "x", type: name, sort: name, cols: name, pin: name });
    const state = readState(query, shape);
    expect(state).toEqual(initialState);
    expect(writeState(state, shape, query).get(name)).toBe("x");
  });

  it("may be a file's name", () => {
    const placed = placeCompanions(`deepspeed: examples/${name}`, { [name]: "{}" });
    expect(Object.keys(placed)).toEqual(expect.arrayContaining([`examples/${name}`]));
  });
});

it.each([
  ["one word", "a"],
  ["words", "lora rank "],
  ["errors", "RuntimeError: CUDA out of memory\n"],
  ["Chinese", "学习率"],
])("a query of a megabyte of %s is answered", (_, piece) => {
  const started = performance.now();
  engine.search(piece.repeat(2 ** 20 / piece.length));
  // Some 100 ms at rest; without a bound it was minutes.
  expect(performance.now() - started).toBeLessThan(5000);
});

it("a table's filter of a megabyte is answered", () => {
  const rows = Array.from({ length: 450 }, (_, index) => ({
    key: `lora_${index}`,
    text: "lorarank",
    facets: {},
    sortKey: () => "",
  }));
  const started = performance.now();
  viewOf(rows, { ...initialState, query: "lora rank ".repeat(100_000) }, "en");
  expect(performance.now() - started).toBeLessThan(1000);
});

describe("a link to a text", () => {
  const linkOf = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64url");

  it("that would unpack to gigabytes is refused, as is one that is too long itself", async () => {
    const bomb = linkOf(deflateRawSync(Buffer.alloc(256 * 2 ** 20), { level: 1 }));
    await expect(unpackText(bomb)).rejects.toMatchObject({ problem: "too-large" });
    await expect(unpackText("A".repeat(2 ** 21 + 1))).rejects.toMatchObject({ problem: "too-large" });
  });

  it("that is damaged is refused", async () => {
    const good = await packText("stage: sft\n");
    for (const bad of ["<script>", "%00", good.slice(0, -4), linkOf(Buffer.from([255, 254]))])
      await expect(unpackText(bad), bad).rejects.toMatchObject({ problem: "damaged" });
  });
});
