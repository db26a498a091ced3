import { openKinds } from "@/lib/upgrade/change";
import type { UpgradeFacts } from "@/lib/upgrade/facts";
import { describeChange, kindNames } from "@/lib/upgrade/messages";
import { upgrade } from "@/lib/upgrade/upgrade";
import { urls } from "@/lib/urls";
import { fetchOnce } from "./fetch-json";
import type { Tool } from "./text-tool.client";

const loadFacts = fetchOnce<UpgradeFacts>(urls.upgradeFacts());

const lineWords = { en: (line: number) => `line ${line}: `, zh: (line: number) => `第 ${line} 行：` } as const;

export const upgradeTool: Tool = async (text, { from = "", to = "", pin }, language) => {
  const facts = await loadFacts();
  const result = upgrade(text, { from, to, pin: pin !== undefined, language }, facts);
  const { problem } = result;
  return {
    text: result.text,
    problem:
      problem && (problem.line === null ? problem.message : `${lineWords[language](problem.line)}${problem.message}`),
    isRewritten: result.isRewritten,
    items: result.changes.map((change) => ({
      label: kindNames[change.kind][language],
      message: describeChange(change, language),
      line: change.line,
      source: change.source,
      isOpen: openKinds.includes(change.kind),
    })),
  };
};
