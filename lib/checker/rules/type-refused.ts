import { defineRule } from "../rule";

/** Raised by `run.ts` where a rule runs into the exception that upstream's own code would run into. */
export default defineRule<{ parameter: string; value: string; type: string; exception: string }>({
  id: "type-refused",
  severity: "error",
  phase: "values",
  commands: ["train", "infer", "export", "eval"],
  source: { package: "python", file: "" },
  reads: [],
  message: {
    en: ({ parameter, value, type, exception }) =>
      `Upstream computes with ${parameter}, and ${type === "NoneType" ? "an empty value" : `${value} (${english(type)})`} makes it stop with ${exception}.`,
    zh: ({ parameter, value, type, exception }) =>
      `上游要用 ${parameter} 计算，${type === "NoneType" ? "而这里是空值" : `而 ${value} 是${chinese(type)}`}，会因 ${exception} 停止。`,
  },
});

const ENGLISH: Readonly<Record<string, string>> = {
  str: "a text",
  list: "a list",
  dict: "a mapping",
  bool: "a yes or no",
};
const CHINESE: Readonly<Record<string, string>> = { str: "文本", list: "列表", dict: "映射", bool: "布尔值" };
const english = (type: string) => ENGLISH[type] ?? (type === "int" ? "an int" : `a ${type}`);
const chinese = (type: string) => CHINESE[type] ?? ` ${type}`;
