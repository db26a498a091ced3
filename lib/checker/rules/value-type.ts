import { equals, type PyValue, repr } from "../python/values";
import { defineRule, type Fix } from "../rule";
import { misfitOf } from "../value-fit";

type TypeData = { parameter: string; value: string; found: string; expected: string; turnsOn: number };

/** Upstream reads a YAML file without looking at types, so a wrong one starts and does harm later. */
export default defineRule<TypeData>({
  id: "value-type",
  severity: "warning",
  phase: "values",
  commands: ["train", "infer", "export", "eval"],
  source: { package: "transformers", version: "4.57.6", file: "src/transformers/hf_argparser.py", line: 357 },
  reads: [],
  check(config) {
    return [...config.entries.values()].flatMap((entry) => {
      const parameter = config.keys.get(entry.name);
      if (!parameter || entry.from === "flag") return [];
      const misfit = misfitOf(entry, parameter);
      if (misfit?.kind !== "type") return [];
      const before = parameter.replacedValues?.find(
        ({ value }) => equals(value as PyValue, entry.value) || value === entry.source,
      );
      const fix: Fix = before
        ? Object.entries(before.use).map(([key, value]) => ({ kind: "set", key, value }))
        : misfit.repair === undefined
          ? []
          : [{ kind: "set", key: entry.name, value: misfit.repair }];
      const data: TypeData = {
        parameter: entry.name,
        value: repr(entry.value),
        found: misfit.found,
        expected: misfit.expected.filter((type) => type !== "object").join(" / "),
        turnsOn: misfit.expected.includes("bool") && misfit.found === "str" && entry.value !== "" ? 1 : 0,
      };
      return [{ at: entry.name, parameters: [entry.name], data, fix }];
    });
  },
  message: {
    en: ({ parameter, value, found, expected, turnsOn }) => {
      if (turnsOn) return `${parameter} is a yes or no, and ${value} is a text: any text counts as true, even "false".`;
      if (found === "NoneType")
        return `${parameter} must not be empty: upstream takes None instead of the default and fails later.`;
      if (found === "str")
        return `${parameter} wants ${expected}, and ${value} is a text: it passes the parser and fails where it is computed with.`;
      return `${parameter} wants ${expected}, and ${value} is ${found}: it passes the parser and may fail or mean something else later.`;
    },
    zh: ({ parameter, value, found, expected, turnsOn }) => {
      if (turnsOn) return `${parameter} 是布尔值，而 ${value} 是文本：任何非空文本都会当作 true，连 "false" 也是。`;
      if (found === "NoneType") return `${parameter} 不能为空：上游得到的是 None 而不是默认值，之后会出错。`;
      if (found === "str") return `${parameter} 应为 ${expected}，而 ${value} 是文本：能通过解析，但用到时会出错。`;
      return `${parameter} 应为 ${expected}，而 ${value} 是 ${found}：能通过解析，但之后可能出错，或含义不同。`;
    },
  },
});
