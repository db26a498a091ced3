import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Command } from "@/lib/checker/catalog";
import { check } from "@/lib/checker/check";
import { NOT_CHECKABLE } from "@/lib/checker/not-checkable";
import { silent } from "@/lib/checker/rule";
import { RULES } from "@/lib/checker/rules";
import { catalog } from "./support";

// Values that no rule expects, so that every message can be looked at with something in each of its places.
const anything = new Proxy(
  {},
  {
    get: (_, name) =>
      name === "unquotedNo" || name === "turnsOn" || name === "ignored" ? 0 : name === "kind" ? "nearest" : "x",
  },
);
const messages = RULES.filter((rule) => rule.message !== silent).flatMap((rule) => [
  { where: rule.id, en: rule.message.en(anything as never), zh: rule.message.zh(anything as never) },
]);
const reasons = Object.entries(NOT_CHECKABLE).map(([where, { reason }]) => ({ where, ...reason }));

describe.each([...messages, ...reasons])("$where", ({ en, zh }) => {
  it("speaks both languages", () => {
    expect(en).toMatch(/[a-z]/);
    expect(zh).toMatch(/[\u4e00-\u9fff]/);
    expect(en).not.toMatch(/[\u4e00-\u9fff]/);
  });
  it("ends its sentences", () => {
    expect(en).toMatch(/[.?]$/);
    expect(zh).toMatch(/[。？]$/);
  });
  it("puts a space between Chinese and Latin words, and none beside full-width punctuation", () => {
    expect(zh).not.toMatch(/[\u4e00-\u9fff][A-Za-z0-9]|[A-Za-z0-9][\u4e00-\u9fff]/);
    expect(zh).not.toMatch(/ [，。：；？（）、]|[，。：；？（、] /);
    expect(zh).not.toMatch(/[\u4e00-\u9fff][,;?!]/);
  });
});

it("keeps the language of the reader for every case", () => {
  for (const line of readFileSync("tests/fixtures/configs/cases.jsonl", "utf8").trim().split("\n")) {
    const { mode, argv, files } = JSON.parse(line) as { mode: Command; argv: string[]; files: Record<string, string> };
    const result = check(
      { argv },
      { command: mode, lang: "zh", environment: { files, filesAreComplete: true } },
      catalog,
    );
    for (const { message } of result.findings) expect(message).toMatch(/[\u4e00-\u9fff]/);
    for (const { text } of result.assumptions) expect(text).toMatch(/[\u4e00-\u9fff]/);
  }
});
