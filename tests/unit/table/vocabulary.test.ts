import { expect, it } from "vitest";
import { vocabularyValue } from "@/lib/table/vocabulary";

it.each([
  ["yes-no", "是；需要 fa2 包", "zh", "yes"],
  ["yes-no", "no, the code refuses it", "en", "no"],
  ["need", "不需要", "zh", "none"],
  ["amount", "none", "en", "none"],
  ["yes-no", "none", "en", null],
  ["yes-no", "也许", "zh", null],
] as const)("%s: «%s» (%s) is %s", (vocabulary, cell, language, value) => {
  expect(vocabularyValue(vocabulary, cell, language)).toBe(value);
});
