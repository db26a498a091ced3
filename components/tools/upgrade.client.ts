import { openKinds } from "@/lib/upgrade/change";
import type { UpgradeFacts } from "@/lib/upgrade/facts";
import { describeChange, kindNames } from "@/lib/upgrade/messages";
import { upgrade } from "@/lib/upgrade/upgrade";
import { urls } from "@/lib/urls";
import type { Tool } from "./text-tool.client";

let loading: Promise<UpgradeFacts> | undefined;

/** Fetched with the first text, then kept; after a failure the next text tries again. */
function loadFacts(): Promise<UpgradeFacts> {
  loading ??= fetch(urls.upgradeFacts()).then((response) => {
    if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
    return response.json() as Promise<UpgradeFacts>;
  });
  loading.catch(() => {
    loading = undefined;
  });
  return loading;
}

export const upgradeTool: Tool = async (text, { from = "", to = "", pin }, language) => {
  const facts = await loadFacts();
  const result = upgrade(text, { from, to, pin: pin !== undefined, language }, facts);
  const { problem } = result;
  return {
    text: result.text,
    problem: problem && `${problem.line === null ? "" : `${problem.line}: `}${problem.message}`,
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
