import { convert } from "@/lib/convert/convert";
import { describeItem, itemKindNames } from "@/lib/convert/messages";
import { type ConvertFacts, sourceFrameworks } from "@/lib/convert/types";
import { urls } from "@/lib/urls";
import { fetchOnce } from "./fetch-json";
import type { Tool } from "./text-tool.client";

const loadFacts = fetchOnce<ConvertFacts>(urls.convertFacts());

export const convertTool: Tool = async (text, { from }, language) => {
  const framework = sourceFrameworks.find((id) => id === from) ?? sourceFrameworks[0];
  const result = convert(text, framework, await loadFacts(), language);
  // What is lost is what the reader came to see.
  const items = [...result.items].sort((a, b) => Number(b.kind === "lost") - Number(a.kind === "lost"));
  return {
    text: result.text,
    problem: result.problem?.[language] ?? null,
    isRewritten: false,
    items: items.map((item) => ({
      label: itemKindNames[item.kind][language],
      message: describeItem(item, language),
      line: item.line,
      source: null,
      isOpen: item.kind === "lost",
    })),
  };
};
